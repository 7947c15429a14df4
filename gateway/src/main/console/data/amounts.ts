// Amounts are decimal strings in yuan; they are added in whole fen, never as floating point.
export const fen = (yuan: string): bigint => {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  const value = BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0') || '0');
  return sign ? -value : value;
};

export const yuan = (amount: bigint): string => {
  const positive = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${positive / 100n}.${String(positive % 100n).padStart(2, '0')}`;
};

export const sum = (amounts: string[]): string => yuan(amounts.reduce((total, one) => total + fen(one), 0n));

// 1234567.80 as people read it: 1,234,567.80
export const readable = (amount: string): string => {
  const [whole = '', rest] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
};

// In ten thousands for axes and large figures: 12.3 万
export const wan = (amount: string): string => `${(Number(fen(amount)) / 1_000_000).toFixed(1)} 万`;

// A rate such as 0.2000 as 20%
export const percent = (rate: string): string => `${(Number(rate) * 100).toFixed(2).replace(/\.?0+$/, '')}%`;
