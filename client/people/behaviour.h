// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

//! Which people there are.
namespace jjak::people {

//! How a demo person treats others.
enum class Behaviour {
    Friendly,  //!< says yes soon, greets, answers everything
    Shy,       //!< takes longer, never begins, says little
    Refusing,  //!< says no to everybody
    Vanishing, //!< says yes, answers once and is never heard of again
    Flooding,  //!< writes without waiting for answers, until the server stops it
};

//! "friendly:4,shy:1": one entry for each person. nullopt for what makes no sense.
std::optional<std::vector<Behaviour>> behavioursFrom(const QString &text);
//! The usual mix: every third one shy, all others friendly.
std::vector<Behaviour> usualBehaviours(int count);

//! What the person of that number (from 0) is called; the same on every day. Fits the limits of names up to 9,999 people.
QString demoName(int number);
//! The password of that person, known only to who has the operator's key.
QString demoPassword(int number, const QString &demoKey);

} // namespace jjak::people
