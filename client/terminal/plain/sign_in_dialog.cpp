// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/plain/sign_in_dialog.h"

#include "client/terminal/full/sign_in_form.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

void SignInDialog::begin(bool newAccount, const QString &name, const QString &password, std::optional<Day> birth)
{
    m_running = true;
    m_newAccount = newAccount;
    m_name = name.trimmed();
    m_password = password;
    m_birth = birth;
}

SignInDialog::Question SignInDialog::question() const
{
    if (!m_running)
        return Question::None;
    if (m_name.isEmpty())
        return Question::Name;
    if (m_password.isEmpty())
        return Question::Password;
    return m_newAccount && !m_birth ? Question::Birth : Question::None;
}

QString SignInDialog::prompt(int minimumAge) const
{
    switch (question()) {
    case Question::Name:
        return translate("term", "Name:");
    case Question::Password:
        return m_newAccount ? translate("term", "Password (at least 8 characters):") : translate("term", "Password:");
    case Question::Birth:
        return translate("term", "Date of birth as year-month-day (you have to be %1 or older):").arg(minimumAge);
    case Question::None:
        return {};
    }
    return {};
}

void SignInDialog::answer(const QString &line)
{
    switch (question()) {
    case Question::Name:
        m_name = line.trimmed();
        return;
    case Question::Password:
        m_password = line;
        return;
    case Question::Birth:
        m_birth = birthFrom(line.trimmed());
        return;
    case Question::None:
        return;
    }
}

} // namespace jjak::terminal
