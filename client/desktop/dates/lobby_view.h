// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

class LobbyRing;

//! The lobby: the table that fills up, how long it may take as far as anybody can tell, and the way out.
class LobbyView final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit LobbyView(Context &context, QWidget *parent = nullptr);

    //! What the session knows about the lobby, in words.
    void refresh();
    void focusFirst();
    LobbyRing *ring() const { return m_ring; }
    QPushButton *leaveButton() const { return m_leave; }

Q_SIGNALS:
    void leaveWanted();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tick();

    Context &m_context;
    QTimer m_clock;
    QLabel *m_heading;
    LobbyRing *m_ring;
    QLabel *m_crowd;
    QLabel *m_start;
    QLabel *m_wait;
    QLabel *m_tip;
    QPushButton *m_leave;
};

} // namespace jjak::desktop
