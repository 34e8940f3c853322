#include "ui/policies/try/paste_dialog.h"

#include "routing/context/context_json.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostBytes = 1'000'000;
constexpr std::size_t deepest = 64;

}

PasteDialog::PasteDialog(const StudioContext& studio, QWidget* parent)
    : QDialog(parent),
      m_studio(studio),
      m_text(new QPlainTextEdit(this)),
      m_trouble(nullptr),
      m_use(newPrimaryButton(tr("Try these values"), u"usePasted"_s, this))
{
    Theme& theme = studio.page.theme;
    setObjectName(u"pasteDialog"_s);
    setWindowTitle(tr("Paste JSON"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    column->setSpacing(theme.px(12));
    column->addWidget(newParagraph(tr("An object of attributes and their values, as decisions keep them: "
                                      "{\"crm.deal_size\": 42000, \"visitor.country\": \"CA\"}"),
                                   theme, TextStyle::Body, ThemeColor::TextMuted, this));
    m_text->setObjectName(u"pasteText"_s);
    m_text->setAccessibleName(tr("Values as JSON"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(theme.font(TextStyle::Code));
    column->addWidget(m_text, 1);
    m_trouble = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::Bad, this);
    m_trouble->setObjectName(u"pasteTrouble"_s);
    column->addWidget(m_trouble);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton* cancel = newButton(tr("Cancel"), u"cancelPaste"_s, this);
    row->addWidget(cancel);
    row->addWidget(m_use);
    column->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::look);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, [this] {
        Q_EMIT pasted(m_values);
        accept();
    });
    resize(theme.px(560), theme.px(400));
    look();
}

void PasteDialog::look()
{
    const std::string typed = m_text->toPlainText().toStdString();
    const bool empty = m_text->toPlainText().trimmed().isEmpty();
    m_values.clear();
    auto read = readContext(typed, m_studio.draft.rulebook(), JsonBounds{mostBytes, deepest});
    m_use->setEnabled(read.has_value());
    QString trouble;
    if (!read && !empty) {
        const QString place = line(read.error().place, 200);
        trouble = place.isEmpty() ? line(read.error().message, 400)
                                  : tr("At %1: %2").arg(place, line(read.error().message, 400));
    }
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (read)
        m_values = std::move(*read);
}

}
