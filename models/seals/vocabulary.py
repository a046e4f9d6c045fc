"""A ring's letters in; the same letters out, a doubtful one within a usual word put right where the ring showed that word's own.

Only words that name a trade, an office or a place: brands, which tell one unit from another, are no usual words and stay as they
were read. What was put right stays doubtful, so that it accuses nobody.
"""

from __future__ import annotations

from models.seals.letters import HOLE, Letter, RingText, pitch, turn

SPELT = """
技能培训 技能评价 技能等级 技能大赛 等级认定 鉴定中心 评价中心 考评中心 培训中心
零部件 半导体 新能源 新材料 发动机 互联网 物联网 大数据 机器人 集成电路 人工智能 智能装备 智能制造 智能科技
机械制造 机械设备 机电设备 电子科技 电子商务 精密仪器 精密机械 仪器仪表 生物医药 生物科技 医疗器械 医药科技
汽车零部件 新能源汽车 汽车服务 汽车制造 汽车销售 信息技术 信息科技 网络科技 软件开发 检测技术 检测中心 物业管理
餐饮管理 企业管理 资产管理 投资管理 工程管理 建筑工程 建筑设计 装饰工程 环保设备 环保科技 节能环保 环境科技
文化传播 文化传媒 广告传媒 教育科技 教育咨询 管理咨询 技术服务 技术开发 人力资源 劳务派遣 职业培训 职业技能
职业技术 技能鉴定 轨道交通 航空航天 航空发动机 数控机床 自动化 电气设备 电力工程 石油化工 食品加工 农业科技 进出口
国际贸易 供应链 房地产 律师事务所 会计师事务所 研究院 研究所 市场监督管理局 工商行政管理局 人力资源和社会保障局
社会保障 应急管理局 知识产权局 行政审批局 行政审批服务局 科学技术委员会 教育委员会 经济和信息化局 民政局 公安局
财政局 税务局 教育局 总工会 公证处 街道办事处 人民政府 人民医院 管理委员会 经济技术开发区 高新技术 浦东新区
滨海新区 职业学院 技师学院 第一中学 北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江 江苏省 浙江省
安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 内蒙古
广西壮族自治区 深圳市 广州市 杭州市 南京市 苏州市 成都市 武汉市 西安市 青岛市 济南市 廊坊市 保定市 石家庄 大兴区
（北京） （天津） （上海） （重庆） （中国） （集团） 电子信息 电力工程 汽车维修 新能源科技 行业协会 产业协会 职业培训学校
组织委员会 职业技能鉴定 职业技能等级认定 职业技能大赛 职业技能竞赛 中华人民共和国 人力资源和社会保障部 技术促进中心
朝阳区 海淀区 丰台区 通州区 顺义区 昌平区 房山区 有限公司 有限责任公司 股份有限公司
"""
WORDS = tuple(sorted(SPELT.split(), key=len, reverse=True))
"""Of three characters and more, the longest first: shorter words fit almost anywhere."""
DOUBTFUL = 0.93  # confidence below which a letter may be another (as clear ones in printed.py)
GLIMPSED = 0.05  # what the word's own character needs to have been seen with …
KNOWN = 4  # … but in words of so many characters, when the letter itself is weaker than
WEAK = 0.6
LONG, HARDLY = 6, 0.99  # characters of a word that is no other for one character, unless that was read as surely as this
LONGEST, WRONG = 8, 2  # of one that may have so many characters wrong
LARGEST_HOLE = 2.5  # pitches between two characters up to which a single one is missing
RESTORED = 0.8  # confidence of what was put right: too little for a sure name


def spelled(ring: RingText) -> RingText:
    """The ring with usual words put right, the longest words first."""
    letters, settled = list(ring.letters), usual_places(ring.text)
    for word in WORDS:
        for start in range(len(letters) - len(word) + 1):
            wrong = [start + i for i, character in enumerate(word) if letters[start + i].text != character]
            if not 1 <= len(wrong) <= (WRONG if len(word) >= LONGEST else 1) or settled & set(wrong):
                continue
            if all(may_be(ring, letters[place], word[place - start], length=len(word)) for place in wrong):
                for place in wrong:
                    letters[place] = letters[place]._replace(text=word[place - start], confidence=RESTORED)
                settled |= set(range(start, start + len(word)))
    return ring._replace(letters=tuple(letters))


def filled(ring: RingText) -> RingText:
    """The ring with the one character put in that a usual word of four and more lacks just where the ring has a hole."""
    step = pitch(ring.letters)
    for place in range(1, len(ring.letters)):
        before, after = ring.letters[place - 1], ring.letters[place]
        if not HOLE * step < after.angle - before.angle < LARGEST_HOLE * step:
            continue
        missing = lacking(ring.text, place)
        if missing:
            letter = Letter(missing, (before.angle + after.angle) / 2, RESTORED)
            return filled(ring._replace(letters=(*ring.letters[:place], letter, *ring.letters[place:])))
    return ring


def lacking(text: str, place: int) -> str | None:
    """The character that stands between those before and from ``place`` on in the only usual word that lacks nothing else."""
    found = {
        word[inner]
        for word in WORDS
        if len(word) >= KNOWN
        for inner in range(1, len(word) - 1)
        if text[:place].endswith(word[:inner]) and text[place:].startswith(word[inner + 1 :])
    }
    return found.pop() if len(found) == 1 else None


def usual_places(text: str) -> set[int]:
    """Places of letters that stand in a usual word as they are."""
    return {start + i for word in WORDS for start in range(len(text)) if text.startswith(word, start) for i in range(len(word))}


def may_be(ring: RingText, letter: Letter, character: str, *, length: int) -> bool:
    """Whether a letter may be misread for ``character`` of a word of so many characters."""
    if letter.confidence >= (HARDLY if length >= LONG else DOUBTFUL):
        return False
    reach = 0.4 * pitch(ring.letters)
    seen = [one.confidence for one in ring.seen if one.text == character and abs(turn(one.angle - letter.angle)) < reach]
    known = letter.confidence < (DOUBTFUL if length >= LONG else WEAK) and length >= KNOWN
    return known or max(seen, default=0.0) >= GLIMPSED
