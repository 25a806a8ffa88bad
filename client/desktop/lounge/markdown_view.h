// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QUrl>

#include "client/desktop/kit/theme.h"

namespace jjak::desktop {

class MarkdownDocument;

//! Shows Markdown of others, as high as it needs to be in the width it has, and never wider. Loads nothing; a link is only
//! told of, by mouse or (Tab, Enter) keyboard.
class MarkdownView final : public QTextBrowser {
    Q_OBJECT

public:
    explicit MarkdownView(const Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &markdown);
    QString markdownText() const { return m_markdown; }
    bool hasLinks() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, height()}; }

Q_SIGNALS:
    void linkWanted(const QUrl &url);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {} // there is nowhere to go
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill();
    void fit();

    const Theme &m_theme;
    QString m_markdown;
    MarkdownDocument *m_document = nullptr;
};

} // namespace jjak::desktop
