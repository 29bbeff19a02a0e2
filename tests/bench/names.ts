/** Names as attackers make them, all different. */
export function nameOf(i: number): string {
  const words = ['okx', 'binance', 'login', 'wallet', 'secure', 'huobi', 'gate', 'app', 'vip', 'kyc'];
  return `${words[i % 10]}-${words[Math.floor(i / 10) % 10]}${i.toString(36)}`;
}
