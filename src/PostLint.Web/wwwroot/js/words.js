// Numbers and sizes in words.

export const count = (number, thing) => `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;

export function size(bytes) {
  if (bytes < 1024) return count(bytes, 'byte');
  if (bytes < 1 << 20) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

export const sentence = text => (text ? text[0].toUpperCase() + text.slice(1) : text);
