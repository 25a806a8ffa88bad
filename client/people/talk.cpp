// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/talk.h"

#include <QStringList>
#include <array>

namespace jjak::people {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t remembered = 6;
constexpr int topicCount = int(Topic::Other) + 1;

//! Words that give a topic away; the first topic with a hit wins. English words are matched whole, Korean ones anywhere.
struct Clue {
    Topic topic;
    QStringList words;
};

const std::array clues{
    Clue{Topic::Bot, {u"봇"_s, u"로봇"_s, u"사람이야"_s, u"사람이에요"_s, u"사람 맞"_s, u"진짜 사람"_s, u"데모"_s, u"bot"_s, u"robot"_s, u"human"_s, u"demo"_s, u"real"_s, u"ai"_s}},
    Clue{Topic::Thanks, {u"고마"_s, u"고맙"_s, u"감사"_s, u"thanks"_s, u"thank"_s}},
    Clue{Topic::Bye, {u"잘 가"_s, u"잘가"_s, u"안녕히"_s, u"또 봐"_s, u"나갈게"_s, u"바이"_s, u"bye"_s, u"goodbye"_s, u"later"_s}},
    Clue{Topic::HowAreYou, {u"어떻게 지내"_s, u"잘 지내"_s, u"기분"_s, u"how are you"_s, u"how is it going"_s, u"what's up"_s}},
    Clue{Topic::Greeting, {u"안녕"_s, u"반가"_s, u"반갑"_s, u"hello"_s, u"hi"_s, u"hey"_s, u"nice to meet"_s}},
    Clue{Topic::Name, {u"이름"_s, u"name"_s}},
    Clue{Topic::Place, {u"어디"_s, u"동네"_s, u"사는"_s, u"where"_s, u"live"_s, u"from"_s}},
    Clue{Topic::Food, {u"먹"_s, u"밥"_s, u"음식"_s, u"맛집"_s, u"커피"_s, u"카페"_s, u"eat"_s, u"food"_s, u"coffee"_s, u"lunch"_s, u"dinner"_s, u"restaurant"_s}},
    Clue{Topic::Film, {u"영화"_s, u"드라마"_s, u"넷플"_s, u"movie"_s, u"movies"_s, u"film"_s, u"films"_s, u"series"_s}},
    Clue{Topic::Music, {u"음악"_s, u"노래"_s, u"콘서트"_s, u"music"_s, u"song"_s, u"songs"_s, u"band"_s, u"concert"_s}},
    Clue{Topic::Weather, {u"날씨"_s, u"비가"_s, u"눈이"_s, u"더워"_s, u"추워"_s, u"weather"_s, u"rain"_s, u"snow"_s, u"cold"_s, u"hot"_s}},
    Clue{Topic::Work, {u"직업"_s, u"회사"_s, u"일하"_s, u"학교"_s, u"공부"_s, u"work"_s, u"job"_s, u"school"_s, u"study"_s}},
    Clue{Topic::Hobby, {u"취미"_s, u"운동"_s, u"여행"_s, u"책"_s, u"게임"_s, u"hobby"_s, u"hobbies"_s, u"sport"_s, u"travel"_s, u"book"_s, u"books"_s, u"game"_s, u"games"_s}},
    Clue{Topic::Laugh, {u"ㅋㅋ"_s, u"ㅎㅎ"_s, u"haha"_s, u"lol"_s}},
};

bool isWholeWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || !text[at - 1].isLetterOrNumber()) && (end == text.size() || !text[end].isLetterOrNumber()))
            return true;
    }
    return false;
}

QStringList korean(Topic topic)
{
    switch (topic) {
    case Topic::Bot:
        return {u"저는 이 서버의 데모 사람이에요. 사람이 아니라 프로그램이지만, 이야기하는 건 즐거워요!"_s, u"네, 저는 데모예요. 진짜 사람을 만나기 전에 연습 상대가 되어 드려요."_s};
    case Topic::Thanks:
        return {u"별말씀을요!"_s, u"저야말로 고마워요."_s};
    case Topic::Bye:
        return {u"이야기 즐거웠어요. 잘 가요!"_s, u"조심히 가요. 좋은 하루 보내요!"_s};
    case Topic::Greeting:
        return {u"안녕하세요! 만나서 반가워요."_s, u"반가워요! 오늘 하루는 어땠어요?"_s, u"안녕하세요, 말 걸어 줘서 고마워요."_s};
    case Topic::HowAreYou:
        return {u"저는 잘 지내요. 오늘 어땠어요?"_s, u"아주 좋아요! 기분 좋은 날이네요."_s};
    case Topic::Name:
        return {u"저는 %1라고 불러 주세요."_s, u"여기서는 %1예요. 편하게 불러 주세요."_s};
    case Topic::Place:
        return {u"정확한 곳은 비밀이에요. 그래도 멀지 않은 데 있어요."_s, u"동네 산책하기 좋은 곳이에요. 그쪽 동네는 어때요?"_s};
    case Topic::Food:
        return {u"저는 김치찌개라면 언제든지 좋아요. 뭐 좋아하세요?"_s, u"커피 한 잔 생각나는 시간이네요. 따뜻한 거 좋아해요, 찬 거 좋아해요?"_s, u"동네 작은 식당 찾아다니는 거 좋아해요."_s};
    case Topic::Film:
        return {u"저는 잔잔한 영화를 좋아해요. 최근에 본 것 중에 추천해 주실래요?"_s, u"옛날 영화를 다시 보는 것도 좋더라고요."_s};
    case Topic::Music:
        return {u"비 오는 날엔 재즈가 어울려요. 어떤 음악 들으세요?"_s, u"요즘은 어쿠스틱 음악을 자주 들어요."_s};
    case Topic::Weather:
        return {u"이런 날씨엔 좀 걷고 싶어져요."_s, u"그러게요, 옷 잘 챙겨 입으세요!"_s};
    case Topic::Work:
        return {u"저는 사람들 이야기를 듣는 게 일이에요. 하시는 일은 재미있어요?"_s, u"바쁘시겠어요. 쉬는 날엔 뭐 하세요?"_s};
    case Topic::Hobby:
        return {u"저는 산책이랑 책 읽기를 좋아해요. 같이 좋아하는 게 있을까요?"_s, u"와, 그거 재미있겠네요. 어떻게 시작하셨어요?"_s};
    case Topic::Laugh:
        return {u"ㅎㅎ 저도 웃음이 나네요."_s, u"웃으니까 좋네요!"_s};
    case Topic::Question:
        return {u"음, 좋은 질문이에요. 그쪽은 어떻게 생각해요?"_s, u"생각해 본 적 없는데, 재미있는 질문이네요!"_s, u"글쎄요, 저는 다 좋아하는 편이에요. 그쪽은요?"_s};
    case Topic::Other:
        return {u"그렇군요! 조금 더 이야기해 주세요."_s, u"오, 재미있네요. 그래서 어떻게 됐어요?"_s, u"저도 그렇게 생각해요."_s, u"듣고 있어요. 계속 말해 주세요."_s, u"그 이야기 좋은데요?"_s};
    }
    return {};
}

QStringList english(Topic topic)
{
    switch (topic) {
    case Topic::Bot:
        return {u"I am a demo person of this server: a program, not a human. But I do like to chat!"_s, u"Yes, I am a demo. Somebody to practise with until a real person comes along."_s};
    case Topic::Thanks:
        return {u"You are welcome!"_s, u"Thank you too."_s};
    case Topic::Bye:
        return {u"It was nice to talk to you. Take care!"_s, u"Bye, have a good day!"_s};
    case Topic::Greeting:
        return {u"Hello! Nice to meet you."_s, u"Hi there! How was your day?"_s, u"Hey, thanks for saying hello."_s};
    case Topic::HowAreYou:
        return {u"I am fine, thank you. And you?"_s, u"Very well! It is a good day."_s};
    case Topic::Name:
        return {u"Just call me %1."_s, u"Here I am %1. And what should I call you?"_s};
    case Topic::Place:
        return {u"Where exactly is a secret, but not far from you."_s, u"A good place for walks. What is it like where you are?"_s};
    case Topic::Food:
        return {u"I could eat kimchi stew any day. What do you like?"_s, u"It feels like time for a coffee. Hot or iced?"_s, u"I love small restaurants that nobody knows."_s};
    case Topic::Film:
        return {u"I like quiet films. Can you recommend one?"_s, u"Sometimes I just watch an old one again."_s};
    case Topic::Music:
        return {u"Jazz on a rainy day. What do you listen to?"_s, u"A lot of acoustic music lately."_s};
    case Topic::Weather:
        return {u"Weather like this makes me want to take a walk."_s, u"True! Dress well."_s};
    case Topic::Work:
        return {u"Listening to people is my job. Do you enjoy yours?"_s, u"Sounds busy. What do you do on a free day?"_s};
    case Topic::Hobby:
        return {u"I like walks and books. Do we have something in common?"_s, u"That sounds fun. How did you start?"_s};
    case Topic::Laugh:
        return {u"Haha, that made me smile too."_s, u"Good to laugh!"_s};
    case Topic::Question:
        return {u"Hmm, good question. What do you think?"_s, u"I never thought about that. Interesting!"_s, u"I like almost everything. And you?"_s};
    case Topic::Other:
        return {u"I see! Tell me a bit more."_s, u"Oh, interesting. And then?"_s, u"I think so too."_s, u"I am listening, go on."_s, u"That is a nice story."_s};
    }
    return {};
}

QStringList shyLines(Speech speech)
{
    if (speech == Speech::Korean)
        return {u"네…"_s, u"그렇군요."_s, u"아, 네. 좋아요."_s, u"음… 그쪽은요?"_s};
    return {u"Yes…"_s, u"I see."_s, u"Oh, nice."_s, u"Hm… and you?"_s};
}

} // namespace

Speech speechOf(QStringView text)
{
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Hangul)
            return Speech::Korean;
    }
    return Speech::English;
}

Topic topicOf(QStringView text)
{
    const QString low = text.toString().toLower();
    for (const Clue &clue : clues) {
        for (const QString &word : clue.words) {
            if (word[0].script() == QChar::Script_Hangul ? low.contains(word) : isWholeWord(low, word))
                return clue.topic;
        }
    }
    return low.contains(u'?') ? Topic::Question : Topic::Other;
}

QStringList linesAbout(Topic topic, Speech speech)
{
    return speech == Speech::Korean ? korean(topic) : english(topic);
}

Talk::Talk(QString name, bool shy, Rng &rng) : m_name(std::move(name)), m_shy(shy), m_rng(rng)
{
    static_assert(topicCount == 16);
}

QString Talk::choose(const QStringList &lines)
{
    QStringList fresh;
    for (const QString &line : lines) {
        if (std::find(m_recent.begin(), m_recent.end(), line) == m_recent.end())
            fresh += line;
    }
    const QStringList &from = fresh.isEmpty() ? lines : fresh;
    QString line = from[qsizetype(m_rng.below(std::uint64_t(from.size())))];
    if (fresh.isEmpty() && lines.size() > 1 && line == m_recent.back()) // never the same twice in a row
        line = lines[(lines.indexOf(line) + 1) % lines.size()];
    m_recent.push_back(line);
    if (m_recent.size() > remembered)
        m_recent.pop_front();
    return line;
}

QString Talk::pick(Topic topic)
{
    const bool brief = m_shy && (topic == Topic::Other || topic == Topic::Question || topic == Topic::Laugh);
    const QString line = choose(brief ? shyLines(m_speech) : linesAbout(topic, m_speech));
    return topic == Topic::Name ? line.arg(m_name) : line;
}

QString Talk::greeting()
{
    return choose({u"안녕하세요! 반가워요 :) Hello, nice to meet you!"_s, u"안녕하세요, 만나서 기뻐요. Hi there!"_s});
}

QString Talk::reply(const QString &heard)
{
    m_speech = speechOf(heard);
    return pick(topicOf(heard));
}

bool Talk::likes(const QString &heard)
{
    const Topic topic = topicOf(heard);
    const bool kind = topic == Topic::Thanks || topic == Topic::Laugh || topic == Topic::Greeting;
    return m_rng.below(m_shy ? 12 : kind ? 3 : 6) == 0;
}

QString Talk::farewell()
{
    return pick(Topic::Bye);
}

} // namespace jjak::people
