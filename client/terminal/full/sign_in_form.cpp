// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/full/sign_in_form.h"

#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

void SignInForm::begin(const QString &name, bool newAccount)
{
    m_newAccount = newAccount;
    m_fields[0].setText(name);
    m_fields[1].setText({});
    m_active = name.isEmpty() ? 0 : 1;
    m_error.clear();
    m_busy = false;
}

void SignInForm::fill(const QString &password, Day birth)
{
    m_fields[1].setText(password);
    m_fields[2].setText(QString::fromLatin1(toIso(birth)));
}

std::optional<Day> SignInForm::birth() const
{
    return birthFrom(m_fields[2].text());
}

std::optional<Day> birthFrom(const QString &typed)
{
    QString digits;
    for (const QChar c : typed) {
        if (c.isDigit())
            digits += c;
        else if (!u"-./ "_s.contains(c))
            return std::nullopt;
    }
    if (digits.size() != 8)
        return std::nullopt;
    return dayFromIso(digits.left(4) + u'-' + digits.mid(4, 2) + u'-' + digits.mid(6));
}

void SignInForm::setError(const QString &error, int field)
{
    m_error = error;
    m_busy = false;
    if (field >= 0 && field < fieldCount())
        m_active = field;
}

void SignInForm::move(int by)
{
    const int stops = fieldCount() + 1;
    m_active = (m_active + by + stops) % stops;
}

SignInForm::Wish SignInForm::enter()
{
    if (m_active + 1 < fieldCount() || m_fields[size_t(std::min(m_active, 2))].text().isEmpty()) {
        if (m_active < fieldCount())
            return move(1), Wish::Nothing;
    }
    if (name().isEmpty() || password().isEmpty())
        return setError(translate("term", "Name and password are needed.")), Wish::Nothing;
    if (m_newAccount && !birth())
        return setError(translate("term", "The date of birth is needed as year-month-day, for instance 2000-02-29.")), Wish::Nothing;
    return Wish::Submit;
}

SignInForm::Wish SignInForm::act(const Key &key)
{
    if (key.isControl(u'c') || key.isControl(u'q') || (key.code == Key::Code::Escape && !m_busy))
        return Wish::Quit;
    if (m_busy)
        return Wish::Nothing;
    switch (key.code) {
    case Key::Code::Enter:
        return enter();
    case Key::Code::Tab:
    case Key::Code::Down:
        return move(1), Wish::Nothing;
    case Key::Code::BackTab:
    case Key::Code::Up:
        return move(-1), Wish::Nothing;
    case Key::Code::Function:
        if (key.number == 2) {
            m_newAccount = !m_newAccount;
            m_active = std::min(m_active, fieldCount());
            m_error.clear();
        }
        return key.number == 3 ? Wish::Language : Wish::Nothing;
    default:
        break;
    }
    if (m_active == fieldCount()) {
        if (key.code == Key::Code::Text && key.text == u" ")
            m_stay = !m_stay;
        return Wish::Nothing;
    }
    applyKey(m_fields[size_t(m_active)], key);
    return Wish::Nothing;
}

Form SignInForm::view(const QString &server, int minimumAge) const
{
    Form form;
    form.title = m_newAccount ? translate("term", "Jjak: a new account") : translate("term", "Jjak: sign in");
    form.intro = {translate("term", "Server: %1").arg(server)};
    const std::array labels{translate("term", "Name"), translate("term", "Password"), translate("term", "Date of birth")};
    for (int i = 0; i < fieldCount(); ++i) {
        const LineEditor &field = m_fields[size_t(i)];
        form.fields.push_back({labels[size_t(i)], field.text(), field.cursor(), i == 1});
    }
    if (m_newAccount)
        form.intro += translate("term", "You have to be %1 or older. The date itself is not kept.").arg(minimumAge);
    form.active = m_active;
    form.choice = (m_stay ? u"[x] "_s : u"[ ] "_s) + translate("term", "Stay signed in on this computer");
    form.error = m_error;
    if (m_busy)
        form.busy = m_newAccount ? translate("term", "The account is being made…") : translate("term", "Signing in…");
    form.keys = (m_newAccount ? translate("term", "F2 I have an account already") : translate("term", "F2 I am new here")) + u" · "_s
        + translate("term", "F3 한국어/English · Tab next · Space switches · Esc quit");
    return form;
}

} // namespace jjak::terminal
