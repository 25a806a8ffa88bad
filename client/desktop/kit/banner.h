// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace jjak::desktop {

class Theme;

//! The thin bar above a page that says what is going on ("Reconnecting in 4 s") with at most one thing to do about it.
//! Hidden until it has something to say; never in the way.
class Banner : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Info, Good, Warning, Bad };

    explicit Banner(const Theme &theme, QWidget *parent = nullptr);

    //! Shows plain text; the button is there when `action` has a caption.
    void say(Tone tone, const QString &text, const QString &action = {});
    void clear();

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QColor toneColor() const;
    [[nodiscard]] QString toneIcon() const;
    void refresh();

    const Theme &m_theme;
    Tone m_tone = Tone::Info;
    QLabel *m_icon;
    QLabel *m_label;
    QPushButton *m_action;
};

} // namespace jjak::desktop
