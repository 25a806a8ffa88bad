// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/dates/topic_lines.h"

#include <algorithm>
#include <array>

namespace jjak::people {

using namespace Qt::StringLiterals;

namespace {

//! What can be said about every topic of a pack. Fewer than a table may want: then what fits any topic is said.
struct Pack {
    QString key;
    QStringList korean, english;
};

//! The last one fits any topic.
const auto &packs()
{
    static const std::array all{
        Pack{u"everyday"_s, {u"저는 아침에 커피 내리는 냄새가 그렇게 좋더라고요."_s, u"퇴근길에 노을을 보면 하루가 조금 괜찮아져요."_s, u"별거 아닌데, 이불 빨래한 날은 기분이 참 좋아요."_s, u"저는 창가에서 멍하니 있는 시간이 꼭 필요해요."_s, u"저는 자기 전에 따뜻한 차 한 잔이면 충분해요."_s, u"이런 작은 이야기가 제일 좋아요. 다들 어때요?"_s},
             {u"For me it's the smell of coffee in the morning."_s, u"A nice sunset on the way home saves my whole day."_s, u"Fresh bed sheets. Honestly, nothing beats that."_s, u"I need my ten minutes of looking out of the window."_s, u"A warm cup of tea before bed, and I'm a happy person."_s, u"I love these small things. What about the rest of you?"_s}},
        Pack{u"imagination"_s, {u"와, 상상만 해도 벌써 신나요!"_s, u"저는 아마 하루 종일 고민만 하다가 끝날 것 같아요."_s, u"저라면 제일 먼저 하늘을 날아 볼 거예요."_s, u"저는 엉뚱하지만 재미있는 쪽을 고를래요."_s, u"그럼 다 같이 가면 안 돼요? 혼자는 심심하잖아요."_s, u"저는 무조건 맛있는 게 있는 쪽으로요!"_s},
             {u"Just imagining that makes me smile!"_s, u"I would probably spend the whole day deciding."_s, u"First thing for me: flying. Always flying."_s, u"I'd pick the silliest answer and enjoy it."_s, u"Could we all do it together? It's more fun that way."_s, u"Whatever it is, there has to be good food."_s}},
        Pack{u"food"_s, {u"저는 역시 떡볶이예요. 이건 못 참아요."_s, u"엄마가 해 주시던 된장찌개가 제일 먼저 생각나요."_s, u"저는 붕어빵 냄새에 약해요. 꼬리부터 먹어요!"_s, u"저는 뭐든 치즈가 올라가면 다 좋아요."_s, u"이 이야기 하니까 갑자기 배고파지네요."_s, u"따뜻한 국물 하나면 마음이 풀려요."_s},
             {u"Tteokbokki for me. I can never say no to it."_s, u"My grandmother's soup, no contest."_s, u"Anything warm with a lot of cheese on it."_s, u"Fish-shaped bread on a cold day. Tail first!"_s, u"This topic is making me hungry."_s, u"Give me a good broth and all is well again."_s}},
        Pack{u"travel"_s, {u"저는 바닷가 작은 마을이 오래 기억에 남아요."_s, u"저는 계획 없이 골목을 걷는 여행이 좋아요."_s, u"기차 창밖을 보고 있으면 시간이 금방 가요."_s, u"여행 가면 꼭 동네 빵집에 들러요."_s, u"저는 제주 바람 냄새가 가끔 그리워요."_s, u"다들 이야기하시는 곳, 적어 둬야겠어요!"_s},
             {u"A tiny village by the sea stays on my mind."_s, u"I like to walk without a plan and see what happens."_s, u"Looking out of a train window, I could go on for hours."_s, u"I always find the local bakery first."_s, u"I sometimes miss the wind on Jeju island."_s, u"I should write down all the places you mention!"_s}},
        Pack{u"memories"_s, {u"어릴 때 동네 친구들이랑 숨바꼭질하던 게 생각나요."_s, u"저는 아직도 오래된 편지를 못 버리겠어요."_s, u"그때는 별거 아니었는데 지금 생각하면 참 소중해요."_s, u"저는 할머니 댁 마루가 제일 먼저 떠올라요."_s, u"듣다 보니 저도 웃음이 나네요."_s, u"모르는 분이 우산을 씌워 주신 적이 있어요. 아직도 고마워요."_s},
             {u"Hide and seek until the street lights came on!"_s, u"I still can't throw my old letters away."_s, u"It seemed like nothing then, and now it's precious."_s, u"My grandmother's porch comes to my mind first."_s, u"Listening to you all makes me smile."_s, u"A stranger once shared an umbrella with me. I still remember it."_s}},
        Pack{u"dreams"_s, {u"저는 언젠가 피아노를 제대로 배워 보고 싶어요."_s, u"저는 작은 텃밭을 꼭 한번 가꿔 보고 싶어요."_s, u"올해는 밤하늘 별을 보러 멀리 가 보고 싶어요."_s, u"저는 아무것도 안 하는 하루를 꿈꿔요."_s, u"말하고 나니까 진짜 해 보고 싶어지네요."_s, u"우리 다 같이 하나씩 해 보면 좋겠어요."_s},
             {u"One day I'd like to learn the piano properly."_s, u"A small vegetable garden of my own, that's my dream."_s, u"This year I want to see a really dark sky full of stars."_s, u"I dream of a day with nothing to do at all."_s, u"Now that I've said it, I really want to do it."_s, u"We should all try one of these things."_s}},
        Pack{u"either-or"_s, {u"어렵다… 그래도 저는 앞의 것으로 할게요!"_s, u"저는 뒤의 것이요. 이유는… 그냥 마음이 그래요."_s, u"저는 그날그날 달라요. 오늘은 첫 번째요."_s, u"둘 다는 안 되나요? 반칙이죠?"_s, u"다들 어느 쪽이에요? 저는 아직 흔들려요."_s, u"저는 조용한 쪽이 늘 더 좋더라고요."_s},
             {u"Hard one… but I'll take the first!"_s, u"The second for me. Don't ask why, it just feels right."_s, u"It changes every day. Today it's the first one."_s, u"Can I have both? No? That's cheating, I know."_s, u"Which side are you all on? I'm still wavering."_s, u"I always end up with the quieter one."_s}},
        Pack{u"together"_s, {u"저는 ‘그랬구나’ 한마디면 마음이 놓여요."_s, u"말없이 옆에 있어 주는 사람이 참 고맙더라고요."_s, u"저는 같이 걷는 게 제일 편해요."_s, u"맛있는 걸 같이 먹으면 금방 친해져요."_s, u"저는 잘 들어 주는 편이에요. 편하게 말해 주세요."_s, u"다들 따뜻한 분들이네요."_s},
             {u"A simple \"I see how you feel\" goes a long way with me."_s, u"I'm grateful for people who just sit beside you."_s, u"Walking side by side is when I feel most at ease."_s, u"Share some good food and you're friends already."_s, u"I'm a good listener, so go ahead."_s, u"You all seem like kind people."_s}},
        Pack{u""_s, {u"음, 좋은 주제네요. 저는 조금 생각해 볼게요."_s, u"다른 분들 이야기도 궁금해요!"_s, u"저도 비슷하게 생각해요."_s, u"오, 그런 생각은 못 해 봤어요."_s, u"이런 이야기 나누니까 좋네요."_s, u"저는 그때그때 조금씩 달라요."_s, u"듣기만 해도 마음이 따뜻해지네요."_s, u"그 이야기 조금 더 듣고 싶어요."_s, u"다들 생각이 달라서 더 재미있어요."_s, u"저는 대답이 자꾸 바뀌어요. 하하."_s, u"한 가지만 고르기 참 어렵네요."_s, u"덕분에 저도 하나 떠올랐어요."_s},
             {u"Good topic. Let me think about it for a moment."_s, u"I'm curious what the others say!"_s, u"I feel much the same."_s, u"Oh, I never thought of it that way."_s, u"It's nice to talk about this."_s, u"It changes a little from day to day for me."_s, u"Just reading this warms my heart."_s, u"I'd love to hear more about that."_s, u"So many different answers. I like that!"_s, u"I keep changing my mind. Haha."_s, u"Hard to pick just one thing."_s, u"That reminds me of something of my own."_s}},
    };
    return all;
}

} // namespace

QStringList topicLines(const QString &topic, Speech speech)
{
    const QString pack = topic.section(u'.', 0, 0);
    const auto known = std::ranges::find(packs(), pack, &Pack::key);
    const Pack &found = known == packs().end() ? packs().back() : *known;
    return speech == Speech::Korean ? found.korean : found.english;
}

QStringList goodbyes(Speech speech)
{
    if (speech == Speech::Korean)
        return {u"오늘 즐거웠어요. 다들 고마워요!"_s, u"덕분에 많이 웃었어요. 조심히 들어가세요!"_s, u"짧았지만 좋은 시간이었어요."_s, u"다음에 또 만나면 좋겠어요. 안녕히 가세요!"_s, u"오늘 이야기 오래 기억할게요."_s, u"다들 좋은 밤 보내세요!"_s, u"함께해서 반가웠어요. 또 봐요!"_s};
    return {u"That was lovely, thank you all!"_s, u"You made me smile a lot. Take care!"_s, u"Short, but a really nice evening."_s, u"I hope we meet again. Goodbye!"_s, u"I'll remember tonight's stories."_s, u"Good night, everybody!"_s, u"It was nice to sit with you. See you!"_s};
}

} // namespace jjak::people
