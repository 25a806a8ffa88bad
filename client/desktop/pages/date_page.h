// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QStackedWidget;

namespace jjak::desktop {

class DateRoomView;
class DoorsView;
class LobbyView;
class Safety;

//! Blind date: shows the doors, the lobby, or the date, as the state of the session says.
class DatePage final : public Translated<QWidget> {
    Q_OBJECT

public:
    enum class Shows { Doors, Lobby, Date };

    DatePage(Context &context, Safety &safety, QWidget *parent = nullptr);

    Shows shows() const { return m_shows; }
    DoorsView *doors() const { return m_doors; }
    LobbyView *lobby() const { return m_lobby; }
    DateRoomView *room() const { return m_room; }
    //! A date goes on here, or somebody waits for one.
    bool isOn() const;
    //! There is something to do here at this moment: a date that runs.
    bool isLive() const;
    //! Shows the date of that room, also when it is over; false when it is another's.
    bool openRoom(RoomId room);
    void setNarrow(bool narrow);
    void focusFirst();
    //! Its parts scroll: it takes what height there is, whatever its hidden parts would want.
    bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    //! A date has begun: worth showing the page.
    void begun();
    void said(const QString &sentence);
    void roomWanted(jjak::RoomId room); //!< a room of two

protected:
    void retranslate() override { refresh(); }

private:
    void refresh();
    void follow();
    void show(Shows shows);

    Context &m_context;
    Shows m_shows = Shows::Doors;
    std::optional<DateId> m_followed; //!< seen going on, or opened to be read: it stays when it is over
    QStackedWidget *m_stack;
    DoorsView *m_doors;
    LobbyView *m_lobby;
    DateRoomView *m_room;
};

} // namespace jjak::desktop
