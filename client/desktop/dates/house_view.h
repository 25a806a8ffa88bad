// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

class ActionList;

//! For operators only: opens events and closes them.
class HouseView final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit HouseView(Context &context, QWidget *parent = nullptr);

    void refresh();
    QPushButton *openButton() const { return m_open; }
    ActionList *list() const { return m_list; }

Q_SIGNALS:
    void said(const QString &sentence);

protected:
    void retranslate() override;

private:
    void askToClose(EventId event, const QString &title);

    Context &m_context;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_open;
    ActionList *m_list;
    std::optional<QList<protocol::EventInfo>> m_listed; //!< what the list shows
};

} // namespace jjak::desktop
