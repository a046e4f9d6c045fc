"""Receipts of payments, on which two accounts stand: whoever was paid handed them in."""

from tests.extractors.layouts import paper

PAYEE = {
    "account_name": "北京曜城机床有限公司",
    "account_number": "0200059019200118273",
    "bank_name": "中国工商银行北京亦庄支行",
}

RECEIPTS = (
    paper(
        "bank_account",
        "two columns with each party set downwards at its block's side",
        """
\t\t中国工商银行 网上银行电子回单
付\t全 称\t苏州澄湖贸易有限公司\t收\t全 称\t北京曜城机床有限公司
款\t账 号\t32250198863600001234\t款\t账 号\t0200059019200118273
人\t开户银行\t建设银行苏州分行\t人\t开户银行\t中国工商银行北京亦庄支行
金额\t￥1.00\t\t\t用途\t账户验证
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "the payee at the left",
        """
\t\t进 账 单（收账通知）
收\t户名\t北京曜城机床有限公司\t付\t户名\t苏州澄湖贸易有限公司
款\t账号\t0200059019200118273\t款\t账号\t32250198863600001234
人\t开户行\t中国工商银行北京亦庄支行\t人\t开户行\t建设银行苏州分行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "heads above two columns, labels before their values",
        """
\t单位客户专用回单
  付款方信息\t\t  收款方信息
户名：苏州澄湖贸易有限公司\t\t户名：北京曜城机床有限公司
账号：32250198863600001234\t\t账号：0200059019200118273
开户行：建设银行苏州分行\t\t开户行：中国工商银行北京亦庄支行
币种：人民币\t\t金额：1.00
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "one block below the other, the party level with the middle row",
        """
\t转账凭证
\t户名\t苏州澄湖贸易有限公司
付款人\t账号\t32250198863600001234
\t开户网点\t建设银行苏州分行
\t户名\t北京曜城机床有限公司
收款人\t账号\t0200059019200118273
\t开户网点\t中国工商银行北京亦庄支行
交易流水号\t2026011300045
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "one block below the other under heads",
        """
\t交易回单
收款人
名称：北京曜城机床有限公司
账号：0200059019200118273
开户行：中国工商银行北京亦庄支行
付款人
名称：苏州澄湖贸易有限公司
账号：32250198863600001234
开户行：建设银行苏州分行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "labels that say whose account they are of",
        """
\t网银交易回单
付款人户名：苏州澄湖贸易有限公司
付款人账号：32250198863600001234
付款人开户行：建设银行苏州分行
收款人户名：北京曜城机床有限公司
收款人账号：0200059019200118273
收款人开户行：中国工商银行北京亦庄支行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "the other's account called so",
        """
\t入账通知
对方户名：苏州澄湖贸易有限公司
对方账号：32250198863600001234
对方行名：建设银行苏州分行
本方户名：北京曜城机床有限公司
本方账号：0200059019200118273
开户行：中国工商银行北京亦庄支行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "a table with a column for each party",
        """
\t电子转账凭证
\t付款单位\t收款单位
全称\t苏州澄湖贸易有限公司\t北京曜城机床有限公司
账号\t32250198863600001234\t0200059019200118273
开户银行\t建设银行苏州分行\t中国工商银行北京亦庄支行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "a transfer in the bank's app, the number first",
        """
\t转账成功
付款账户：32250198863600001234
付款户名：苏州澄湖贸易有限公司
付款银行：建设银行苏州分行
收款账户：0200059019200118273
收款户名：北京曜城机床有限公司
收款银行：中国工商银行北京亦庄支行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "a side of two lines, labels beside it",
        """
\t客户回单
付款\t户名\t苏州澄湖贸易有限公司\t收款\t户名\t北京曜城机床有限公司
人\t账号\t32250198863600001234\t人\t账号\t0200059019200118273
\t开户行\t建设银行苏州分行\t\t开户行\t中国工商银行北京亦庄支行
""",
        **PAYEE,
    ),
    paper(
        "bank_account",
        "an account number below 开户银行及账号",
        """
开票资料
名　　称：江苏天晟轨道交通装备股份有限公司
税　　号：91320400714923587M
地址电话：常州市武进高新技术产业开发区凤林南路199号 0519-86000000
开户银行及账号：中信银行常州武进支行
        8110501012345678901
""",
        account_name="江苏天晟轨道交通装备股份有限公司",
        bank_name="中信银行常州武进支行",
        account_number="8110501012345678901",
    ),
    paper(
        "bank_account",
        "what to write on invoices: 名称 and 纳税人识别号",
        """
        开票信息
名	称：北京恒远精工机械有限公司
纳税人识别号：91110302MA01A2B3XC
地址、电话：北京市北京经济技术开发区科创十四街99号	010-67881234
开户行及账号：招商银行股份有限公司北京亦庄支行 110906288810801
""",
        account_name="北京恒远精工机械有限公司",
        account_number="110906288810801",
        bank_name="招商银行股份有限公司北京亦庄支行",
    ),
    paper(
        "bank_account",
        "a unit's own letter: 开户银行为",
        """
        关于单位银行账户信息的说明
北京经济技术开发区社会事业局：
我单位（北京恒远精工机械有限公司）开户银行为中国农业银行股份有限公司北京
荣华中路支行，银行账号为11220101040012345，行号为103100022018，
请将技能大师工作室补助资金拨付至上述账户。
特此说明。
        北京恒远精工机械有限公司（公章）
        2026年1月8日
""",
        account_name="北京恒远精工机械有限公司",
        account_number="11220101040012345",
        bank_name="中国农业银行股份有限公司北京荣华中路支行",
        bank_code="103100022018",
    ),
    paper(
        "bank_account",
        "an agreement of depositor and bank",
        """
        人民币单位银行结算账户管理协议
甲方（存款人）：北京恒远精工机械有限公司
乙方（开户银行）：华夏银行股份有限公司北京经济技术开发区支行
甲方在乙方开立 基本 存款账户，账号：10277000000123456 ，双方约定如下：
一、甲方应按照《人民币银行结算账户管理办法》使用账户。
""",
        account_name="北京恒远精工机械有限公司",
        account_number="10277000000123456",
        bank_name="华夏银行股份有限公司北京经济技术开发区支行",
    ),
)
