// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "common/base/time.h"

namespace jjak::terminal {

//! Signing in or up as questions and answers, one line each. Pure.
class SignInDialog {
public:
    enum class Question { None, Name, Password, Birth };

    //! What is known already is not asked for.
    void begin(bool newAccount, const QString &name, const QString &password = {}, std::optional<Day> birth = {});
    void end() { m_running = false; }
    //! None: everything is known, or nothing is going on.
    Question question() const;
    bool isRunning() const { return m_running; }
    bool isComplete() const { return m_running && question() == Question::None; }
    //! What to ask, also after an answer that made no sense.
    QString prompt(int minimumAge) const;
    void answer(const QString &line);

    bool isNewAccount() const { return m_newAccount; }
    const QString &name() const { return m_name; }
    const QString &password() const { return m_password; }
    Day birth() const { return m_birth.value_or(Day()); }

private:
    bool m_running = false, m_newAccount = false;
    QString m_name, m_password;
    std::optional<Day> m_birth;
};

} // namespace jjak::terminal
