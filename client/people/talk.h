// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <deque>

#include "common/base/rng.h"

namespace jjak::people {

enum class Speech { Korean, English };
//! Korean as soon as one syllable is.
Speech speechOf(QStringView text);

//! What a message is about, as far as a few words tell.
enum class Topic { Bot, Thanks, Bye, Greeting, HowAreYou, Name, Place, Food, Film, Music, Weather, Work, Hobby, Laugh, Question, Other };
Topic topicOf(QStringView text);

//! Small talk by rules: kind lines in the language of the other, none twice in a row. Never claims to be human. It knows no
//! rooms and no time.
class Talk {
public:
    //! The generator has to outlive it.
    Talk(QString name, bool shy, Rng &rng);

    //! The first words to somebody whose language is not known yet.
    QString greeting();
    QString reply(const QString &heard);
    //! Before leaving.
    QString farewell();
    //! Now and then, more often after kind words, what was heard gets a heart.
    bool likes(const QString &heard);

private:
    QString pick(Topic topic);
    QString choose(const QStringList &lines);

    QString m_name;
    bool m_shy;
    Rng &m_rng;
    Speech m_speech = Speech::Korean;
    std::deque<QString> m_recent;
};

//! The lines there are about a topic; for the tests too.
QStringList linesAbout(Topic topic, Speech speech);

} // namespace jjak::people
