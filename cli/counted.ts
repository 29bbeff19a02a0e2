/** A number with its noun: 1, 'export' => '1 export'; 2, 'export' => '2 exports'. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
