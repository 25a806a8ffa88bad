// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "client/desktop/context.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace jjak::desktop {

//! Looks for messages, in one conversation or in all of them, while one types. Enter goes to the message that is chosen.
class SearchDialog final : public QDialog {
    Q_OBJECT

public:
    //! `room`: the conversation that is open; `everywhere`: begins with all of them.
    SearchDialog(Context &context, std::optional<RoomId> room, bool everywhere, QWidget *parent);

    QLineEdit *edit() const { return m_edit; }
    QComboBox *scope() const { return m_scope; }
    QListWidget *list() const { return m_list; }
    QPushButton *moreButton() const { return m_more; }
    QString status() const;

Q_SIGNALS:
    void messageWanted(jjak::RoomId room, qint64 seq);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void ask(const QString &after);
    void show(const protocol::cmd::Found &found, bool first);
    void say(const QString &sentence);
    void choose();

    Context &m_context;
    std::optional<RoomId> m_room;
    QLineEdit *m_edit;
    QComboBox *m_scope;
    QListWidget *m_list;
    QLabel *m_status;
    QPushButton *m_more;
    QTimer m_pause; //!< a search begins when nothing was typed for a moment
    QString m_next;
    int m_asked = 0; //!< only the answer to the latest question counts
};

} // namespace jjak::desktop
