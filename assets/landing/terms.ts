/**
 * Words by what they say of a page, Simplified and lower case; pages are folded to the same form, so Traditional
 * and Taiwanese wording (提領, 數位資產) are matched by their folded forms (提领, 数位资产).
 * Sources: the public vocabulary study of exchange and affiliate pages (docs/landing-pages.md, Sources), widened
 * by hand with words of the same meaning. `weak` words are also said by brokers, shops and games: they count .35.
 */
export interface TermFamily {
  strong: string;
  weak?: string;
}

export const TERM_FAMILIES = {
  /** Names of coins and of the thing itself: context, not evidence. */
  coin: {
    strong:
      '比特币 以太坊 以太币 泰达币 莱特币 狗狗币 瑞波币 柚子币 门罗币 比特现金 usdt usdc btc eth bnb doge xrp trx ltc eos okb bch etc sol dot ada shib fil busd trc20 erc20 加密货币 加密资产 加密数字货币 数字货币 数字资产 数字币 数位资产 数位货币 虚拟货币 虚拟资产 虚拟通货 虚拟币 稳定币 币种 币圈 炒币 主流币 平台币 山寨币 u本位 币本位 代币 bitcoin ethereum 区块链资产 链上资产',
  },
  /** Compounds of 币 and product phrases that only places which trade coins use. */
  coinDealing: {
    strong:
      '充币 提币 买币 卖币 币币 转币 放币 上币 冲币 充提币 出币 收币 屯币 囤币 法币交易 买比特币 卖比特币 购买比特币 出售比特币 买入比特币 卖出比特币 买卖比特币 买usdt 卖usdt 出售usdt 购买usdt 买入usdt 卖出usdt 回收usdt 兑换usdt 收u 出u 换u 数字货币交易 加密货币交易 数字资产交易 虚拟货币交易 虚拟资产交易 虚拟币交易 比特币交易 数字币交易 数位资产交易 购买加密货币 买卖加密货币 资金密码',
  },
  trade: {
    strong:
      '币币 币币交易 现货 现货交易 交易对 永续 永续合约 合约交易 秒合约 期权合约 杠杆交易 限价 限价单 市价 市价单 挂单 吃单 盘口 撤单 撮合 撮合引擎 当前委托 历史委托 委托单 最新价 最新成交 逐仓 全仓 爆仓 强平 资金费率 跟单 闪兑 开多 开空 平多 平空 做多 做空 止盈 止损 深度图 24h成交量 24h量 24小时量 涨跌幅 交易区 u本位 币本位 买一 卖一 成交均价 委托价 计划委托 止盈止损 网格交易 杠杆倍数 合约账户 现货账户 交割合约 体验金 流动性池 滑点 兑换比例 闪电兑换 成交记录 成交历史 当前挂单 我的挂单 交易大厅 下单数量 交易深度 买涨 买跌 买入价 卖出价 买入量 卖出量 交易额 挂单簿 订单簿 出借 申购 打新 杠杆代币',
    weak: '自选 买入 卖出 持仓 行情 成交量 k线 合约 杠杆 委托 成交 交易平台 交易所 期权 看涨 看跌 涨幅 币种 可用余额 冻结',
  },
  custody: {
    strong:
      '充币 提币 充提 划转 资金划转 入金 出金 提领 资金密码 交易密码 谷歌验证 谷歌验证码 谷歌认证 google验证 google authenticator 实名认证 身分验证 身份认证 kyc 上币 充币地址 提币地址 提现地址 钱包地址 充值地址 提币记录 充币记录 提现记录 充值记录 资金账户 币币账户 法币账户 合约账户 交易账户 资金记录 财务记录 我的资产 总资产折合 资产估值 资产折合 资产管理 最小提币 提币手续费 矿工费 网络手续费 到账数量 链名称 防钓鱼码 双重验证 两步验证 提币白名单 冷钱包 储备金证明 出入金 转出 加值',
    weak: '充值 提现 手续费 费率 钱包 安全中心 短信验证码 邮箱验证',
  },
  otc: {
    strong:
      '法币 法币交易 买币 卖币 快捷买币 一键买币 c2c otc 放币 点对点 p2p交易 快捷买 我要买 我要卖 场外交易 场外 发布广告 发布委托 广告方 承兑商 承兑 币商 收款方式 收款账户 收款码 收款二维码 我已付款 确认付款 已付款 待付款 待放行 待放币 放行 确认放行 单笔限额 限额 成交率 完成率 30日成单 申诉中 冻卡 买入usdt 卖出usdt 购买usdt 出售usdt 出售比特币 购买比特币 买入比特币 卖出比特币 买比特币 卖比特币 收u 出u 换汇 usdt兑换 兑换usdt 代收代付 usdt支付 usdt收款 数字货币支付 收银台 跑分 商户入驻 商户接入 支付网关 回调 交易单价 挂单出售 usdt充值 usdt通道 收款管道 收款通道',
    weak: '广告 买家 卖家 商家 申诉 付款方式 支付方式 商户 付款 转账 到账 出售 购买 汇率',
  },
  /** Ways to pay in mainland or Taiwanese money: evidence beside OTC words only, every shop has them. */
  rails: {
    strong:
      '支付宝 微信 微信支付 银行卡 云闪付 数字人民币 人民币 cny rmb 台币 新台币 twd 信用卡 银行转账 银联 超商 港币 faster payment 转数快 paypal 网银',
  },
  account: {
    strong:
      '注册 登录 登入 立即登录 忘记密码 验证码 获取验证码 手机号 邮箱 邀请码 推荐码 设置密码 登录密码 邮箱验证码 没有账号 已有账号 创建账户 用户协议 手机注册 邮箱注册',
  },
  /** What a page asks the reader to do. */
  action: {
    strong:
      '立即注册 马上注册 点击注册 免费注册 注册链接 注册入口 注册账号 注册账户 开户 立即开户 app下载 下载app 官方下载 下载入口 立即下载 点击下载 安卓下载 苹果下载 下载地址 安装包 apk下载 开始交易 立即交易 去交易 开启交易 邀请码 推荐码 邀请链接 推荐链接 返佣 节点返佣 返现 手续费减免 手续费折扣 手续费返还 备用网址 备用域名 备用链接 最新网址 最新域名 官网入口 官方入口 官网地址 登录入口 永久地址 永久入口 免翻墙 国内可用 国内直连 无需翻墙 海外id 盲盒 新人福利 新人奖励 新手礼包 注册奖励 注册送 注册即送 注册即可 领取奖励 空投领取 防丢失 打不开 推荐注册 合伙人 招募代理 代理加盟 联系客服 立即购买 立即买币 一键买币 立即体验 立即加入 加入我们一起',
    weak: '官网 入口 下载 注册 安卓 苹果 邀请 推荐 福利 奖励 赠金 教程',
  },
  /** Counter-families. Technology: how it works, and what builders and miners need. */
  knowledge: {
    strong:
      '共识 共识机制 哈希 节点 公链 白皮书 接口 sdk 源码 源代码 部署 二次开发 矿池 算力 私钥 助记词 智能合约 分布式账本 密码学 工作量证明 权益证明 默克尔 区块高度 区块浏览器 内存池 主网 测试网 开源 编译 依赖 docker maven npm github 仓库 命令行 请求参数 返回值 字段 websocket rest api apikey 回测 量化 框架 配置文件 环境变量 python java 脚本 矿机 矿工 挖矿软件 显卡 跨链 layer2 rollup nft dapp defi dao 去中心化 加密算法 去中心化应用 智慧合约 区块链技术 定制开发 系统开发 搭建 扩展程序 浏览器扩展 导入钱包 创建钱包 硬件钱包 价格提醒 涨跌提醒 情绪指数 恐惧贪婪 市值排名',
    weak: '签名 备份 数据库 插件 应用场景 解决方案 策略 机器人 参数 json web3 终端 区块链 开发 技术 系统 协议 钱包 代码 文档 数据',
  },
  /** News, law, warnings, teaching. */
  article: {
    strong:
      '记者 责任编辑 据报道 获悉 央行 中国人民银行 银保监会 证监会 金管会 监管部门 非法金融活动 非法集资 取缔 清退 律师 法院 判决 判处 被告 被告人 涉嫌 受骗 被骗 反诈 警方 民警 公安机关 公安局 洗钱 传销 受害人 受害者 立案 逮捕 案件 百科 词条 参考文献 参考资料 转载 发表于 摘要 分析师 分析人士 市场分析 披露 研究报告 论文 公告称 不构成投资建议 原文链接 专栏 日报 早报 周报 周刊 访谈 起源 笔者 译者 译文 应聘 简历 岗位职责 任职要求 招聘 实习 求职',
    weak: '表示 认为 诈骗 报道 监管 本文 总结 结论 作者 新闻 是一种 是指 概念 指出 快讯 专家 评论 什么是 宣布 分析 洗钱 传销',
  },
  /** Trades that share the vocabulary. */
  otherTrade: {
    strong:
      '股票 港股 美股 a股 沪深 新股 券商 证券 债券 外汇 贵金属 原油 大宗商品 差价合约 cfd mt4 mt5 点差 期货公司 期货开户 商品期货 股指期货 配资 基金经理 保险 理财产品 贷款 年化收益 预期年化 手游 饰品 皮肤 装备 金币 账号交易 代练 点卡 steam csgo 商城 购物车 优惠券 包邮 快递 订单发货 sku vpn 节点订阅 机场 套餐 翻墙软件 加速器 梯子 科学上网 群聊 表情包 小说 影视 域名注册 虚拟主机 二手车 房产 彩票 外卖 酒店 机票 收藏品 邮票 话费 q币 点券 会员卡',
    weak: '聊天 黄金 商品 基金 订阅 直播 游戏 货币对 朋友圈',
  },
} as const satisfies Record<string, TermFamily>;

export type FamilyId = keyof typeof TERM_FAMILIES;

/** Words of a title that make it the title of a page of another kind. */
export const OTHER_TITLES =
  '汇总 大全 导航站 源码 源代码 开发文档 开发 文档 api sdk 接口 说明文件 使用说明 requirements readme 百科 词条 wiki 什么是 是什么 介绍 简介 概述 原理 入门知识 历史 名词 术语 解释 详解区块 本质 分析 研究 报告 观点 观察 评论 思考 新闻 快讯 资讯 日报 周报 周刊 早报 晚报 月报 动态 专访 访谈 监管 通知 公告称 法院 判 案 律师 法律 犯罪 诈骗 被骗 骗局 警惕 警方 公安 防骗 反诈 曝光 揭秘 跑路 维权 传销 洗钱 非法 取缔 被盗 事件 宕机 暴跌 大跌 暴涨 大涨 跌破 突破 下跌 上涨 行情分析 走势 价格 k线图 市值 指数 排行榜数据 浏览器 矿池 挖矿 算力 矿机 钱包 助记词 私钥 插件 机器人 量化 回测 策略 信号 跟踪 监控 提醒 计算器 工具 税 课程 培训 论坛 社区 招聘 应聘 求职 实习 简历 病毒 漏洞 攻击 安全研究 白皮书 协议 公链 节点 主网 空投教程 nft 股票 基金 期货 外汇 证券 黄金 保险 理财 配资 游戏 手游 饰品 vpn 加速器 机场 聊天 商城 小说';

/** Words of a title that, beside an exchange or a coin, invite to deal. */
export const TITLE_ACTIONS =
  '注册 开户 下载 官网 官方网站 官方入口 入口 登录 登入 邀请码 推荐码 返佣 邀请 推荐 教程 怎么买 如何买 如何购买 怎么注册 如何注册 如何充值 如何提现 购买 买卖 买 卖 出售 兑换 充值 提现 充币 提币 出金 入金 提领 交易平台 交易所 交易网 交易中心 交易大厅 币币交易 法币交易 现货交易 合约交易 永续合约 合约 现货 杠杆 闪兑 c2c otc p2p 场外交易 点对点 备用网址 最新网址 备用域名 最新地址 app apk 安卓 苹果 客户端 手续费 新手指南 操作指南 使用教程 优惠 收款 支付 承兑 回收';
