// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <array>

#include "client/core/date_sentences.h"

namespace jjak::client {

namespace {

// In the order of Alias::animals and Alias::moods.
constexpr std::array animals{
    QT_TRANSLATE_NOOP("alias", "Otter"),   QT_TRANSLATE_NOOP("alias", "Fox"),    QT_TRANSLATE_NOOP("alias", "Rabbit"), QT_TRANSLATE_NOOP("alias", "Deer"),
    QT_TRANSLATE_NOOP("alias", "Owl"),     QT_TRANSLATE_NOOP("alias", "Whale"),  QT_TRANSLATE_NOOP("alias", "Hedgehog"), QT_TRANSLATE_NOOP("alias", "Squirrel"),
    QT_TRANSLATE_NOOP("alias", "Penguin"), QT_TRANSLATE_NOOP("alias", "Koala"),  QT_TRANSLATE_NOOP("alias", "Panda"),  QT_TRANSLATE_NOOP("alias", "Cat"),
    QT_TRANSLATE_NOOP("alias", "Swan"),    QT_TRANSLATE_NOOP("alias", "Turtle"), QT_TRANSLATE_NOOP("alias", "Seal"),   QT_TRANSLATE_NOOP("alias", "Bear"),
};
constexpr std::array moods{
    QT_TRANSLATE_NOOP("alias", "Gentle"),     QT_TRANSLATE_NOOP("alias", "Bright"),    QT_TRANSLATE_NOOP("alias", "Curious"),   QT_TRANSLATE_NOOP("alias", "Calm"),
    QT_TRANSLATE_NOOP("alias", "Cheerful"),   QT_TRANSLATE_NOOP("alias", "Brave"),     QT_TRANSLATE_NOOP("alias", "Dreamy"),    QT_TRANSLATE_NOOP("alias", "Honest"),
    QT_TRANSLATE_NOOP("alias", "Witty"),      QT_TRANSLATE_NOOP("alias", "Warm"),      QT_TRANSLATE_NOOP("alias", "Sunny"),     QT_TRANSLATE_NOOP("alias", "Starry"),
    QT_TRANSLATE_NOOP("alias", "Breezy"),     QT_TRANSLATE_NOOP("alias", "Cozy"),      QT_TRANSLATE_NOOP("alias", "Lucky"),     QT_TRANSLATE_NOOP("alias", "Playful"),
    QT_TRANSLATE_NOOP("alias", "Thoughtful"), QT_TRANSLATE_NOOP("alias", "Sparkling"), QT_TRANSLATE_NOOP("alias", "Easygoing"), QT_TRANSLATE_NOOP("alias", "Patient"),
    QT_TRANSLATE_NOOP("alias", "Humming"),    QT_TRANSLATE_NOOP("alias", "Strolling"), QT_TRANSLATE_NOOP("alias", "Smiling"),   QT_TRANSLATE_NOOP("alias", "Moonlit"),
};
static_assert(animals.size() == Alias::animals.size() && moods.size() == Alias::moods.size());

} // namespace

QString aliasName(const Alias &alias)
{
    const QString animal = QCoreApplication::translate("alias", animals.at(size_t(alias.animal)));
    const QString mood = QCoreApplication::translate("alias", moods.at(size_t(alias.mood)));
    return QCoreApplication::translate("alias", "%1 %2", "mood, then animal").arg(mood, animal);
}

QString aliasName(const QString &code)
{
    const auto alias = Alias::fromText(code);
    return alias ? aliasName(*alias) : code;
}

} // namespace jjak::client
