declare module 'eth-phishing-detect/src/detector.js' {
  export default class PhishingDetector {
    constructor(config: unknown);
    check(host: string): { result: boolean; match?: string; type: string };
  }
}
