// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QToolButton>

#include "client/desktop/translated.h"

namespace jjak::desktop {

class MessageDelegate;
class MessageView;
class Theme;

//! The small button beside the message that is under the mouse: opens its menu. Keys have their own way to it.
class HoverButton final : public Translated<QToolButton> {
    Q_OBJECT

public:
    HoverButton(const Theme &theme, MessageView &messages, const MessageDelegate &delegate);

Q_SIGNALS:
    //! `at` in the viewport.
    void menuWanted(const QModelIndex &index, const QPoint &at);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QModelIndex &index);

    const Theme &m_theme;
    MessageView &m_messages;
    const MessageDelegate &m_delegate;
    QPersistentModelIndex m_index;
};

} // namespace jjak::desktop
