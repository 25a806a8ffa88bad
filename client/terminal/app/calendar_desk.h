// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include "client/core/lounge/my_tables.h"

namespace jjak::terminal {

//! One's own tables and the blind dates as a month, behind /calendar. It asks for the tables each time.
class CalendarDesk final : public QObject {
    Q_OBJECT

public:
    //! Both have to outlive it.
    CalendarDesk(client::Session &session, client::MyTables &tables, QObject *parent = nullptr);

    //! As monthFrom() takes it.
    void run(const QString &month);

Q_SIGNALS:
    void said(const QString &text, bool problem);
    void listed(const QString &title, const QStringList &lines);

private:
    void changed();
    QDate today() const;

    client::Session &m_session;
    client::MyTables &m_tables;
    QDate m_wanted; //!< invalid: nothing is
};

} // namespace jjak::terminal
