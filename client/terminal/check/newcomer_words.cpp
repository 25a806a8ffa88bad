// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/check/newcomer_words.h"

#include <QLocale>
#include <array>

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

bool isKorean()
{
    return QLocale().language() == QLocale::Korean;
}

} // namespace

QString newcomerLine(int number)
{
    static const std::array korean{u"안녕하세요, 반가워요!"_s, u"요즘 어떤 영화가 재미있어요?"_s}, english{u"Hello, nice to meet you!"_s, u"Which film did you enjoy lately?"_s};
    const auto &lines = isKorean() ? korean : english;
    return lines[size_t(number) % lines.size()];
}

QString newcomerPart()
{
    return isKorean() ? u"미있어"_s : u"njoy"_s;
}

QString newcomerCaption()
{
    return isKorean() ? u"새벽에 북촌한옥마을에서 찍었어요"_s : u"Dawn at 북촌한옥마을"_s;
}

QString newcomerCaptionPart()
{
    return u"한옥마"_s;
}

QString newcomerTopicLine(int round)
{
    static const std::array korean{u"안녕하세요! 저는 여러분 이야기부터 듣고 싶어요."_s, u"이 주제 재미있네요. 저도 한참 고민했어요."_s, u"벌써 마지막이라니 아쉬워요."_s},
        english{u"Hello! I would love to hear your stories first."_s, u"What a fun topic. I had to think about it for a while."_s, u"The last one already? Time flies."_s};
    const auto &lines = isKorean() ? korean : english;
    return lines[size_t(round + int(lines.size()) - 1) % lines.size()];
}

} // namespace jjak::terminal
