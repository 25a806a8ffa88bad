// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>

namespace jjak::desktop {

class Theme;

//! Somebody else's Markdown, made harmless before it is ever laid out: nothing is loaded (an image is its description), HTML
//! stands there as it was written, of addresses only http and https lead somewhere and are shown whole, and headings, quotes
//! and lists keep to a size that nobody's text can break a page with.
class MarkdownDocument final : public QTextDocument {
    Q_OBJECT

public:
    explicit MarkdownDocument(const Theme &theme, QObject *parent = nullptr);

    //! Once per document, before it is shown.
    void read(const QString &markdown);
    //! Lays it out in that width; a table that does not fit is written as lines instead, for good.
    void fitTo(double width);
    //! In which width that happened; 0: it has not.
    double tooNarrow() const { return m_tooNarrow; }

protected:
    //! Nothing, whatever is asked for.
    QVariant loadResource(int type, const QUrl &name) override;

private:
    const Theme &m_theme;
    double m_tooNarrow = 0;
};

} // namespace jjak::desktop
