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

class Composer;
class ConversationHeader;
class MessageActions;
class MessageDelegate;
class MessageView;
class Safety;
class SpokenMessages;
struct MessageRow;

//! One conversation: header, messages, who is typing, composer. Marks as read what has been seen at its end.
class ConversationView final : public Translated<QWidget> {
    Q_OBJECT

public:
    ConversationView(Context &context, Safety &safety, QWidget *parent = nullptr);
    ~ConversationView() override;

    void setRoom(std::optional<RoomId> room);
    std::optional<RoomId> room() const { return m_room; }
    void setBackVisible(bool visible);
    //! Without it: a place around it says what the conversation is.
    void setHeaderVisible(bool visible);
    void focusComposer();

    MessageView *messages() const { return m_messages; }
    Composer *composer() const { return m_composer; }
    MessageActions *actions() const { return m_actions; }
    QPushButton *pill() const { return m_pill; }

Q_SIGNALS:
    void backWanted();

protected:
    void retranslate() override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const client::RoomEntry *entry() const;
    client::MessageListModel *model() const;
    void connectParts(Safety &safety);
    void connectActions();
    void let();
    void openAt(client::MessageListModel &model);
    void refresh();
    void refreshSight();
    void refreshTyping();
    void placePill();
    void refreshPermission();
    MessageRow read(const QModelIndex &index) const;
    QString obstacle(const protocol::Room &room) const;
    void askToOpen(const QUrl &url);
    void showMenu(const QPoint &at, const QModelIndex &index);
    void scroll(int key);

    Context &m_context;
    std::optional<RoomId> m_room;
    ConversationHeader *m_header;
    MessageView *m_messages;
    MessageDelegate *m_delegate;
    SpokenMessages *m_spoken;
    QPushButton *m_pill;
    QLabel *m_typing;
    Composer *m_composer;
    MessageActions *m_actions;
    QTimer m_holding; //!< while the composer counts the seconds
};

} // namespace jjak::desktop
