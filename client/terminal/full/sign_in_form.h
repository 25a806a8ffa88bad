// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "client/terminal/edit/key.h"
#include "client/terminal/edit/line_editor.h"
#include "client/terminal/screen/view.h"
#include "common/base/time.h"

namespace jjak::terminal {

//! The page of signing in and signing up: fields and keys. It knows no session; who owns it does what act() asks for.
class SignInForm {
public:
    enum class Wish { Nothing, Submit, Quit, Language };

    void begin(const QString &name, bool newAccount);
    Wish act(const Key &key);
    //! The form as it is drawn; `server` is named in it.
    Form view(const QString &server, int minimumAge) const;

    bool isNewAccount() const { return m_newAccount; }
    QString name() const { return m_fields[0].text().trimmed(); }
    QString password() const { return m_fields[1].text(); }
    std::optional<Day> birth() const;
    bool staySignedIn() const { return m_stay; }
    void setStaySignedIn(bool stay) { m_stay = stay; }
    //! With the field that it is about (-1: none): the cursor goes there.
    void setError(const QString &error, int field = -1);
    void setBusy() { m_busy = true, m_error.clear(); }
    bool isBusy() const { return m_busy; }
    void fill(const QString &password, Day birth);
    void forgetPassword() { m_fields[1].setText({}); }

private:
    int fieldCount() const { return m_newAccount ? 3 : 2; }
    Wish enter();
    void move(int by);

    std::array<LineEditor, 3> m_fields;
    int m_active = 0; //!< fieldCount(): the switch below the fields
    bool m_newAccount = false;
    bool m_stay = true;
    bool m_busy = false;
    QString m_error;
};

//! "2000-02-29", also with dots, slashes or nothing between.
std::optional<Day> birthFrom(const QString &typed);

} // namespace jjak::terminal
