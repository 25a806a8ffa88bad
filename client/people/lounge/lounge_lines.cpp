// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/lounge/lounge_lines.h"

#include <array>

namespace jjak::people {

using namespace Qt::StringLiterals;
using client::PostDraft;

namespace {

struct Post {
    const char16_t *title, *text, *tags; //!< tags with blanks between them
};

constexpr std::array koreanPosts{
    Post{u"비 오는 날 걷기 좋은 길", u"어제 비가 그친 뒤에 하천 옆길을 걸었어요. **사람이 없어서** 물소리만 들렸어요.\n\n비 오는 날 걷기 좋은 길을 아시면 알려 주세요.", u"산책 비오는날"},
    Post{u"퇴근하고 읽는 책", u"요즘 자기 전에 스무 쪽씩 읽어요.\n\n- 어렵지 않고\n- 한 장이 짧고\n- 웃긴 책\n\n을 찾고 있어요. 추천해 주세요!", u"책 추천"},
    Post{u"커피를 하루에 몇 잔 마시나요?", u"두 잔까지는 괜찮은데 세 잔을 마시면 잠이 안 와요. 다들 어떻게 조절하세요?", u"커피"},
    Post{u"처음 끓여 본 된장찌개", u"두부를 너무 일찍 넣었어요. 그래도 맛있었어요.\n\n> 멸치 육수가 반이다\n\n라고 하던 할머니 말씀이 맞았어요.", u"요리 집밥"},
    Post{u"주말에 본 영화", u"일찍 일어나서 조조 영화를 봤어요. 극장에 다섯 명뿐이라 좋았어요. 요즘 뭐 보세요?", u"영화"},
    Post{u"기타를 다시 잡았어요", u"십 년 만에 줄을 갈았어요. 손가락이 아프지만 코드 세 개는 아직 기억나요.", u"음악 취미"},
    Post{u"작은 화분 키우기", u"창가에 바질을 심었어요. 물은 *흙이 마르면* 주라고 하는데, 마른 걸 어떻게 아세요?", u"식물 취미"},
    Post{u"혼자 간 여행", u"기차를 타고 바다를 보고 왔어요. 혼자라서 심심할 줄 알았는데 하루가 짧았어요.", u"여행"},
};

constexpr std::array englishPosts{
    Post{u"A good walk after the rain", u"I walked along the stream when it had stopped raining. **Nobody there**, only the water.\n\nDo you know good ways for a rainy day?", u"walking rain"},
    Post{u"A book for the evening", u"I read twenty pages before I sleep. I am looking for one that\n\n- is not hard,\n- has short chapters,\n- makes me laugh.", u"books"},
    Post{u"How many coffees a day?", u"Two are fine, after three I do not sleep. How do you keep count?", u"coffee"},
    Post{u"My first own soup", u"The tofu went in too early. It was good all the same.\n\n> Half of it is the stock\n\nmy grandmother used to say, and she was right.", u"cooking"},
    Post{u"The film of the weekend", u"I got up early and there were five of us in the whole cinema. What are you watching?", u"films"},
    Post{u"Playing the guitar again", u"New strings after ten years. My fingers hurt, but three chords are still there.", u"music hobby"},
    Post{u"A small plant on the window", u"I planted basil. Water it *when the soil is dry*, they say. How do you know that it is?", u"plants hobby"},
    Post{u"Travelling alone", u"I took a train to the sea. I thought it would be dull, and the day was too short.", u"travel"},
};

constexpr std::array koreanNames{u"느린산책", u"커피두잔", u"창가자리", u"새벽기차", u"바질화분", u"조조영화", u"낡은기타", u"된장찌개", u"하천옆길", u"스무쪽"};
constexpr std::array englishNames{u"slow walk", u"two coffees", u"window seat", u"night train", u"basil pot", u"early film", u"old guitar", u"good soup", u"river side", u"twenty pages"};

} // namespace

QString loungeName(int number, int taken, Speech speech)
{
    const auto &names = speech == Speech::Korean ? koreanNames : englishNames;
    const QString name = QString::fromUtf16(names[size_t(number) % names.size()]);
    const int round = number / int(names.size()) + taken;
    return round == 0 ? name : u"%1 %2"_s.arg(name).arg(round + 1);
}

PostDraft loungePost(int number, int nth, Speech speech)
{
    const auto &posts = speech == Speech::Korean ? koreanPosts : englishPosts;
    const Post &post = posts[size_t(number + nth) % posts.size()];
    return {QString::fromUtf16(post.title), QString::fromUtf16(post.text), QString::fromUtf16(post.tags).split(u' ')};
}

QStringList loungeComments(Speech speech)
{
    if (speech == Speech::Korean)
        return {u"저도 그래요!"_s, u"좋은 이야기 고마워요."_s, u"읽다 보니 저도 해 보고 싶어졌어요."_s, u"다음 이야기도 기다릴게요."_s, u"사진처럼 그려져요. 잘 읽었어요."_s};
    return {u"Same here!"_s, u"Thank you for telling."_s, u"Now I want to try that too."_s, u"I am waiting for the next part."_s, u"I can almost see it. A good read."_s};
}

} // namespace jjak::people
