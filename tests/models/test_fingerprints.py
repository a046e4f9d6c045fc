"""Fingerprints survive what scanners and portals do to a page, and tell different pages apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest

from models.fingerprints import NEAR, alike, bits_apart, picture_hash, text_signature
from models.ocr import Image

TEXT = "本工作室由领办人负责，经费专款专用，档案分类保存，成员按月学习，成果归单位所有。" * 3


def room(seed: int) -> Image:
    """Something like a photo: soft patches of light and dark."""
    small = np.random.default_rng(seed).integers(0, 255, (9, 12, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(small, (900, 640), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def compressed(image: Image) -> Image:
    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 40])
    assert done
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8)


CHANGES: dict[str, Callable[[Image], Any]] = {
    "compressed": compressed,
    "smaller": lambda image: cv2.resize(image, (450, 320), interpolation=cv2.INTER_AREA),
    "brighter": lambda image: cv2.convertScaleAbs(image, alpha=1.0, beta=20),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_picture_stays_near(change: str) -> None:
    image = room(1)
    assert bits_apart(picture_hash(image), picture_hash(CHANGES[change](image))) <= NEAR


def test_other_pictures_are_far() -> None:
    hashes = [picture_hash(room(seed)) for seed in range(30)]
    assert min(bits_apart(one, other) for n, one in enumerate(hashes) for other in hashes[:n]) > NEAR


def test_a_text_is_like_itself_with_a_misread_character_and_unlike_another() -> None:
    ours, misread = text_signature(TEXT), text_signature(TEXT.replace("档案", "挡案", 1))
    other = text_signature("北京某某公司与张某签订固定期限劳动合同，合同自二〇二〇年一月一日起生效，工作地点为北京。" * 3)
    assert ours is not None and misread is not None and other is not None
    assert alike(ours, ours) == 1.0
    assert alike(ours, misread) > 0.7
    assert alike(ours, other) < 0.2


@pytest.mark.parametrize("text", ["", "四个字的", "—— ．．"])
def test_a_text_without_a_shingle_has_no_signature(text: str) -> None:
    assert text_signature(text) is None
