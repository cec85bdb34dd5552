import type { NameWords } from './names.ts'

// Words of names in West Sumatra, in small letters without dots: "S.Pd.I" is spdi.

const words = (text: string): string[] => text.trim().split(/\s+/)

const religion = words('haji hajjah hajah hj ust ustd ustad ustadz ustaz ustazah ustadzah buya tuanku tk kh kiai kyai')
const adat = words('sidi bagindo marah rangkayo puti')
const study = words(`
  dr drg drs dra drh ir prof apt ns
  se sei sesy sh shi sip sikom sib skom ssi ssn ssos ssosi sst st sp spt spi spd spdi spsi spsk ss sag sthi stp sthp sgz
  skm skep sked skg sfarm ssit sptr str strt strkeb strpar sds sars shut spdk
  amd amdkeb amdkep amdak amdkom ama ba bsc
  ma mm mh mt mp msi msn mkom mpd mpdi mkes mag mhum mikom mba msc mph phd ak akt ca cpa
`)
const address = words('bapak bpk bp ibu ibuk tn ny nyonya tuan sdr sdri saudara saudari')

/** Words of names in use; what an office finds missing is added here. */
export const nameWords: NameWords = {
  titles: new Set([...religion, ...adat, ...study, ...address]),
  // A man's gelar is what follows: "Zulkifli Dt. Rajo Nan Sati", "Syafri St. Marajo".
  gelar: new Set(words('dt dtk datuak datuk datoek st stn sutan soetan gelar glr gala bagala')),
  // Mean a title in front or after a comma, and a name anywhere else.
  initials: new Set(['h']),
  short: new Map([
    ...words(
      'm mh md muh mhd muhd moh mohd mohammad mohamad mohammed muhamad mochammad mochamad muchammad much moch',
    ).map((word): [string, string] => [word, 'muhammad']),
    ...words('a ach achmad akhmad ahmat').map((word): [string, string] => [word, 'ahmad']),
    ...words('abd abdoel abdl').map((word): [string, string] => [word, 'abdul']),
    ...words('st sitti').map((word): [string, string] => [word, 'siti']),
    ...words('jusuf joesoef yusup jusup').map((word): [string, string] => [word, 'yusuf']),
    ...words('nr').map((word): [string, string] => [word, 'nur']),
  ]),
}
