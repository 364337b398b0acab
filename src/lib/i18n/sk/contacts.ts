import type { Language } from '../language';

/** Draft. Names of services and areas keep their English, which is what stands on letters and signs. */
export const contacts: Language['contacts'] = {
  Emergency: 'Núdza',
  'Call 999': 'Zavolať 999',
  'If you are in danger, call 999.': 'Ak ti hrozí nebezpečenstvo, zavolaj 999.',
  Childline: 'Childline (linka pre deti)',
  'Call 0800 1111. Free, any time, under 19.': 'Zavolať 0800 1111. Zadarmo, kedykoľvek, do 19 rokov.',
  'You can call Childline: 0800 1111. It is free.': 'Môžeš zavolať na linku Childline: 0800 1111. Je to zadarmo.',
  'A grown-up you trust': 'Niekto dospelý, komu veríte',
  'A teacher, SENCO, nurse, youth worker or someone in your family':
    'Učiteľ, SENCO, zdravotná sestra, pracovník s mládežou alebo niekto z vašej rodiny',
  'Tell a grown-up you trust.': 'Povedz to niekomu dospelému, komu veríš.',
  'NSPCC Helpline': 'Linka pomoci NSPCC',
  'Call 0808 800 5000': 'Zavolať 0808 800 5000',
  'Sheffield Safeguarding Hub': 'Centrum ochrany detí v Sheffielde (Sheffield Safeguarding Hub)',
  'Call 0114 273 4855, any time': 'Zavolať 0114 273 4855, kedykoľvek',
  'This is a trial': 'Toto je skúšobná prevádzka',
  'The local safeguarding numbers are not filled in yet. The numbers shown here work.':
    'Miestne čísla na ochranu detí tu ešte nie sú. Čísla uvedené tu fungujú.',
  'This is only a try-out. The numbers here work.': 'Toto je len na skúšku. Čísla, ktoré tu sú, fungujú.',
  North: 'Sever (North)',
  'North East': 'Severovýchod (North East)',
  Central: 'Stred (Central)',
  East: 'Východ (East)',
  'South East': 'Juhovýchod (South East)',
  'South West': 'Juhozápad (South West)',
  South: 'Juh (South)',
};
