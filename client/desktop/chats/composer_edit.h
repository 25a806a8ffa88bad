// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace jjak::desktop {

//! The box a message is written in. Enter submits and Shift+Enter begins a new line; while an input method is composing,
//! Enter first lets it finish and then submits the whole text, once, in whatever order the input method tells these things.
//! It grows with its text up to eight lines.
class ComposerEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int mostLines = 8;

    explicit ComposerEdit(QWidget *parent = nullptr);

    //! The text with what is being composed.
    QString wholeText() const;
    bool isComposing() const { return !m_preedit.isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted();
    //! Page Up, Page Down, and Ctrl+End at the end of the text: meant for the messages above.
    void scrollWanted(int key);
    //! Up in an empty box.
    void lastWanted();
    //! Ctrl+Up (-1) and Ctrl+Down (+1): another message is to be answered.
    void replyStepWanted(int step);
    //! Ctrl+E.
    void emojiWanted();
    //! Ctrl+O.
    void attachWanted();
    //! A file or an image was pasted; the data lives during the call.
    void pasted(const QMimeData *what);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isForMessages(const QKeyEvent *event);
    void fit();
    void finishComposing();
    void submitNow();

    QString m_preedit;
    bool m_submitAfterCommit = false;
    QTimer m_commitMissing; //!< some input methods clear the composed text first and commit it a moment later
    int m_height = 0;
    bool m_fitting = false; //!< a scroll bar that comes makes the lines shorter, and that asks for a fit again
};

} // namespace jjak::desktop
