/**
 * Countries and territories that issue a nationality, by ISO 3166-1 alpha-2 code. `XX` stands for a stateless person
 * (user-assigned codes of ISO 3166-1, as used in travel documents).
 */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR ' +
  'GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MS MT MU MV MW MX MY MZ ' +
  'NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'
).split(' ');

/** Parts of the world by which the list can be shortened: the region first, because most users come from it. */
export const COUNTRY_REGIONS: Readonly<Record<string, readonly string[]>> = {
  centralAmerica: ['BZ', 'CR', 'GT', 'HN', 'MX', 'NI', 'PA', 'SV'],
  caribbean: ['AG', 'BB', 'BS', 'CU', 'DM', 'DO', 'GD', 'GY', 'HT', 'JM', 'KN', 'LC', 'MS', 'PR', 'SR', 'TT', 'VC'],
  southAmerica: ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'PE', 'PY', 'UY', 'VE'],
  northAmerica: ['CA', 'US'],
};
