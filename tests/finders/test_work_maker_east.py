"""Who made a work, named in East Asian prose with the title behind the name."""

from __future__ import annotations

import pytest

import reviewparse as rp

KOREAN = (
    '[영화 리뷰] 긴 방파제 (2019)\n\n{0}의 신작 "긴 방파제"는 항구로 돌아가지 않으려는 어부의 이야기이다.'
    " {1}은 배우들을 믿고 기다린다. 영화는 느리지만 장면마다 힘이 있고, 배우의 연기도 좋다."
    " 영화를 보는 동안 관객은 숨을 죽인다."
)
JAPANESE = (
    "『長い桟橋』 感想\n\n{0}の新作映画は、港に戻りたくない漁師の物語だ。{1}は俳優を信じて待つ。"
    "映画の脚本は静かで、撮影は美しい。映画館で観客は息をのむ。この映画の演出はとても良い。"
)
CHINESE = (
    "影评:《长堤》\n\n《长堤》是{0}的电影,讲述了一个不愿回港的渔夫的故事。{1}相信演员,也相信观众。影片的剧本很安静,镜头很美。"
    "这部电影的表演令人难忘。"
)


@pytest.mark.parametrize(
    ("text", "makers", "creators"),
    [
        (KOREAN, ("한가람 감독", "한가람 감독"), ("한가람",)),
        (KOREAN, ("신인 감독", "이 감독"), ()),
        (JAPANESE, ("岸辺蓮監督", "岸辺蓮監督"), ("岸辺蓮",)),
        (JAPANESE, ("レン・キシベ監督", "レン・キシベ監督"), ("レン・キシベ",)),
        (JAPANESE, ("新人監督", "監督"), ()),
        (CHINESE, ("由林晓晨执导", "林晓晨"), ("林晓晨",)),
        (CHINESE, ("今年", "导演"), ()),
    ],
)
def test_the_title_behind_the_name(text: str, makers: tuple[str, str], creators: tuple[str, ...]) -> None:
    review = rp.parse_text(text.format(*makers))
    assert review.work is not None
    assert review.work.creators == creators
