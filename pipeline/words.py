"""The Chinese words for everything a report names by an English key: one table for each kind of key."""

from __future__ import annotations

VERDICTS = {
    "clear": ("未发现问题", "自动核对的各项均一致，没有需要说明的地方。"),
    "needs_review": ("需要人工审核", "有与申报表不一致、不符合条件或无法判断之处，请逐项核实。"),
    "incomplete": ("材料不齐", "缺少必须提交的材料，请通知申报单位补正；其余材料已照常核对。"),
}

SEVERITIES = {"blocking": "必须处理", "attention": "需要留意", "info": "供参考"}

REASONS = {
    "unreadable": ("看不清", "图像或字迹不够清楚，请看原件或请申报单位重新扫描。"),
    "missing_material": ("没有相应材料", "补齐后再核对。"),
    "not_on_form": ("申报表未填", "请申报单位补填，或由人工判断。"),
}

SUBJECTS = {"leader": "领办人", "unit": "申报单位", "application": "本次申报"}

MATERIALS = {
    "business_license": "营业执照",
    "commitment_letter": "承诺书",
    "bank_account": "银行账户信息",
    "skill_certificate": "职业资格／技能等级证书",
    "award_certificate": "获奖证书",
    "management_rules": "管理制度及职责文件",
    "patent_certificate": "专利或创新发明",
    "site_photos": "场所照片",
    "labor_contract": "劳动合同",
    "unknown": "未能识别的材料",
}

FIELDS = {
    "company_name": "单位名称",
    "uscc": "统一社会信用代码",
    "company_type": "类型",
    "legal_representative": "法定代表人",
    "registered_capital": "注册资本",
    "established_on": "成立日期",
    "term_to": "营业期限至",
    "address": "住所",
    "business_scope": "经营范围",
    "registration_authority": "登记机关",
    "issued_on": "发证日期",
    "committed_on": "承诺日期",
    "account_name": "账户名称",
    "account_number": "账号",
    "bank_name": "开户银行",
    "bank_code": "联行号",
    "holder_name": "持证人",
    "gender": "性别",
    "birthdate": "出生日期",
    "id_number": "身份证号",
    "occupation": "职业",
    "work_type": "工种",
    "skill_level": "技能等级",
    "certificate_number": "证书编号",
    "issuer": "发证机构",
    "recipient_name": "获奖人",
    "honour": "荣誉名称",
    "awarded_on": "获奖日期",
    "sections": "已有部分",
    "patent_title": "专利名称",
    "patent_type": "专利类型",
    "inventors": "发明人",
    "patent_number": "专利号",
    "applied_on": "申请日",
    "patentee": "专利权人",
    "granted_on": "授权公告日",
    "employer_name": "用人单位",
    "employer_uscc": "用人单位信用代码",
    "employee_name": "劳动者",
    "contract_type": "合同类型",
    "starts_on": "合同开始",
    "ends_on": "合同终止",
    "position": "岗位",
    "signed_on": "签订日期",
}

VALUES = {
    "male": "男",
    "female": "女",
    "fixed_term": "固定期限",
    "open_ended": "无固定期限",
    "task": "以完成一定工作任务为期限",
    "invention": "发明专利",
    "utility_model": "实用新型专利",
    "design": "外观设计专利",
    "leader_duties": "领办人岗位职责",
    "funds": "经费管理使用制度",
    "archives": "档案管理制度",
    "work_rules": "工作规章制度",
    "enterprise": "企业",
    "institution": "事业单位",
    "association": "社会团体",
    "industry_body": "行业组织",
    "worker": "工人岗位",
    "management_or_technical": "管理或技术岗位",
    "catalogue_occupation": "列入职业分类大典",
    "non_catalogue_occupation": "未列入职业分类大典",
}

SHAPES = {"round": "圆形章", "oval": "椭圆形章", "square": "方形章", "rectangular": "长方形章"}

COLOURS = {"red": "红色", "blue": "蓝色", "black": "黑色", "grey": "灰色", "purple": "紫色"}

DEFECTS = {
    "blurry": "模糊",
    "dark": "过暗",
    "faint": "字迹过浅",
    "noisy": "噪点多",
    "glare": "反光",
    "low_resolution": "分辨率低",
    "cut_off": "边缘被裁",
    "blank": "空白页",
}


def without_name(subject: str) -> str:
    """A check's subject as its key, but ``member`` for a person's name: for tables that may be kept."""
    return subject if subject in SUBJECTS or subject in MATERIALS else "member"


def subject_words(subject: str) -> str:
    """``leader``, ``unit``, ``application`` and slots in Chinese; anything else is a member's name."""
    return SUBJECTS.get(subject) or MATERIALS.get(subject) or subject


def value_words(value: str | list[str] | tuple[str, ...] | None) -> str:
    """A value as a reviewer reads it: keys in Chinese, lists with 、, a missing one as a dash."""
    if not value:
        return "—"
    parts = [value] if isinstance(value, str) else value
    return "、".join(VALUES.get(part, part) for part in parts)
