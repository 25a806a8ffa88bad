// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/kit/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

class QApplication;

namespace jjak::desktop {

//! How large and how heavy a piece of text is.
enum class TextStyle { Caption, Body, Strong, Title, Display };

//! The look of the whole program: light or dark, text size, motion. Widgets keep a reference, take colours and fonts from
//! it when they paint, and repaint on changed(). It does nothing to the application until applyTo().
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    static constexpr int smallestZoom = 90;
    static constexpr int largestZoom = 200;

    explicit Theme(QObject *parent = nullptr);

    //! Gives the application palette, font, style and style sheet, now and whenever the theme changes. The theme has to
    //! outlive the application's last widget.
    void applyTo(QApplication &application);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    //! For whoever can ask the desktop whether it is dark; without it the desktop's own palette is looked at.
    void setSystemDark(std::optional<bool> dark);

    //! Percent of the normal size of text and distances, kept within the two bounds.
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setZoom(int percent);

    //! Whether things may move by themselves.
    [[nodiscard]] bool motionAllowed() const { return m_motion; }
    void setMotionAllowed(bool allowed);

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] bool isDark() const { return m_tokens.dark; }
    [[nodiscard]] QFont font(TextStyle style) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    //! A length of the design (at 100 %) in device-independent pixels.
    [[nodiscard]] int px(int length) const { return (length * m_zoom + 50) / 100; }

    //! Replaces @name by the colour of that token and @px12 by that many pixels at the given zoom.
    [[nodiscard]] static QString expand(QString sheet, const Tokens &tokens, int zoom);

    //! The families to write with, best first: those of the system unless it would draw emoji without colour, then those
    //! with Hangul, then emoji.
    [[nodiscard]] static QStringList families();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void readSystem();
    void apply();

    Mode m_mode = Mode::System;
    Tokens m_tokens = Tokens::light();
    std::optional<bool> m_told;
    bool m_systemDark = false;
    bool m_motion = true;
    int m_zoom = 100;
    QFont m_base;
    QApplication *m_application = nullptr;
};

} // namespace jjak::desktop
