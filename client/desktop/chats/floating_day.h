// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace jjak::desktop {

class MessageView;
class Theme;

//! While somebody scrolls: the day of the topmost message, above the messages. It goes when the scrolling has ended, and is
//! not there where a separator says the same.
class FloatingDay final : public QLabel {
    Q_OBJECT

public:
    FloatingDay(const Theme &theme, MessageView &messages);

private:
    void appear();
    void refresh();

    const Theme &m_theme;
    MessageView &m_messages;
    QTimer m_rest;
};

} // namespace jjak::desktop
