// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QVBoxLayout;

namespace jjak::desktop {

class Theme;

//! A short list in the settings: a line with a detail and a button each, or a sentence when there is nothing to list.
class ActionList final : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString text;
        QString detail;
        QString action;                //!< caption of the button; empty for none
        QString actionName;            //!< what a screen reader says for it
        std::function<void()> trigger;
    };

    explicit ActionList(const Theme &theme, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);
    //! Instead of lines: why there are none.
    void setSentence(const QString &sentence);

private:
    void clear();
    QWidget *makeLine(const Line &line);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace jjak::desktop
