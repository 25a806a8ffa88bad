// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QToolButton;

namespace jjak::desktop {

class ComposerEdit;

//! Writes messages into one room: the box, the counter near the limit, the send button; or, where nothing can be written,
//! the reason. Keeps the draft.
class Composer final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit Composer(Context &context, QWidget *parent = nullptr);

    //! Keeps the draft of the room before and shows that of this one.
    void setRoom(std::optional<RoomId> room);
    //! Why nothing can be written now; empty: it can.
    void setObstacle(const QString &reason);
    //! Why nothing can be sent for a moment: writing goes on, the text stays. Empty: it can be sent.
    void setHold(const QString &reason);
    QString hold() const { return m_hold; }
    void focusEdit();
    ComposerEdit *edit() const { return m_edit; }
    void keepDraft();

Q_SIGNALS:
    //! A message was put into the outbox.
    void sent();

protected:
    void retranslate() override;

private:
    void submit();
    void textEdited();
    void refresh();
    void takeBack(RoomId room, const QString &text);

    Context &m_context;
    std::optional<RoomId> m_room;
    QString m_obstacle;
    QString m_hold;
    bool m_loading = false;
    QTimer m_draftTimer;
    QLabel *m_reason;
    QWidget *m_holdLine;
    QLabel *m_holdIcon;
    QLabel *m_holdText;
    QWidget *m_line;
    ComposerEdit *m_edit;
    QToolButton *m_send;
    QLabel *m_counter;
};

} // namespace jjak::desktop
