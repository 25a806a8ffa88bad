// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/markdown_view.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QWheelEvent>
#include <cmath>

#include "client/desktop/lounge/markdown_document.h"
#include "client/desktop/lounge/markdown_wash.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

MarkdownView::MarkdownView(const Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setStyleSheet(u"QTextBrowser { background: transparent; border: 0; padding: 0; }"_s);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        const QUrl safe = openableLink(QString::fromLatin1(url.toEncoded()));
        if (!safe.isEmpty())
            Q_EMIT linkWanted(safe);
    });
    connect(&theme, &Theme::changed, this, &MarkdownView::fill);
    setText({});
}

void MarkdownView::setText(const QString &markdown)
{
    if (m_document && markdown == m_markdown)
        return;
    m_markdown = markdown;
    fill();
}

bool MarkdownView::hasLinks() const
{
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it)
            if (it.fragment().charFormat().isAnchor())
                return true;
    return false;
}

void MarkdownView::fill()
{
    auto *document = new MarkdownDocument(m_theme, this);
    document->read(m_markdown);
    setDocument(document);
    delete m_document;
    m_document = document;
    fit();
}

void MarkdownView::fit()
{
    if (m_document->tooNarrow() > 0 && viewport()->width() > m_document->tooNarrow())
        return fill(); // a table may have room now
    m_document->fitTo(viewport()->width());
    setFixedHeight(int(std::ceil(m_document->size().height())));
}

QSize MarkdownView::sizeHint() const
{
    return {m_theme.px(240), height()};
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

//! The page scrolls, not the text in it.
void MarkdownView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
    case Qt::Key_Backspace: return event->ignore();
    default: QTextBrowser::keyPressEvent(event);
    }
}

void MarkdownView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace jjak::desktop
