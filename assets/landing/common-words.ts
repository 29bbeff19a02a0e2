/**
 * Names of listed exchanges that are ordinary words, coins or other products, lower case, beyond those the
 * records mark ambiguous: on a page they support a name found elsewhere and never stand alone. Read by hand, 2026-11.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  'max ceo ace apex orca vertex curve sushi balancer mango drift jupiter nova globe liquid buda hata cube beacon einstein delta matrix shadow step ok gate exchange trade coin bitcoin crypto token wallet pro global market markets open first simple fast swap dex cex otc c2c p2p usdt btc eth nash luno boa sky one zero core mars moon sun star zen flow wave waves edge link base kyber loop velo aura alpaca dodo serum caspian newton camelot voltaire nebula lighter aster pacifica orderbook synthetix osmosis thorchain loopring chiliz perennial talos galleon equidate avantis emerald bace bae waves liquid baobi cobo trocador alterdice lhang fisco step kanga birake dflow pintu'.split(
    ' ',
  ),
);
