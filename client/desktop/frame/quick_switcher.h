// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/context.h"

class QLineEdit;
class QListWidget;

namespace jjak::desktop {

class Commands;

//! Ctrl+K: type a few letters, Enter goes there. Finds conversations and commands, Hangul also by first consonants.
class QuickSwitcher final : public QDialog {
    Q_OBJECT

public:
    QuickSwitcher(Context &context, const Commands &commands, QWidget *parent);

Q_SIGNALS:
    void roomWanted(jjak::RoomId room);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        QString text;
        QString detail;
        QString icon;
        RoomId room;
        QAction *action = nullptr;
    };
    void collect(const Commands &commands);
    void filter(const QString &typed);
    void choose();

    Context &m_context;
    QList<Entry> m_entries;
    QList<int> m_shown;
    QLineEdit *m_edit;
    QListWidget *m_list;
};

} // namespace jjak::desktop
