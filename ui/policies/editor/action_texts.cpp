#include "ui/policies/editor/action_texts.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/attribute_picker.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <set>

namespace signalbox {
namespace {

constexpr int longestLine = 500;
constexpr int longestText = 10'000;

QStringList known(ActionPart part, const StudioContext& context)
{
    std::set<QString> words;
    if (part == ActionPart::Skill) {
        for (const Queue& queue : context.draft.rulebook().queues)
            for (const Skill& skill : queue.skills)
                words.insert(line(skill.id.value, 100));
    } else if (part == ActionPart::Owner) {
        for (const auto& [id, agent] : context.page.model.agents())
            words.insert(line(id.value, 100));
    }
    return {words.begin(), words.end()};
}

class LineEdit : public ActionFieldEdit {
public:
    LineEdit(const ActionField& field, const StudioContext& context, QWidget* parent)
        : ActionFieldEdit(parent), m_edit(new QLineEdit(this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_edit);
        setFocusProxy(m_edit);
        m_edit->setObjectName(QStringLiteral("actionLine"));
        m_edit->setAccessibleName(field.label);
        m_edit->setMaxLength(longestLine);
        if (const QStringList words = known(field.part, context); !words.isEmpty()) {
            auto* completer = new QCompleter(words, this);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setFilterMode(Qt::MatchContains);
            m_edit->setCompleter(completer);
        }
        connect(m_edit, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(true); });
    }
    void showText(const QString& written) override
    {
        if (m_edit->text() != written)
            m_edit->setText(line(written.toStdString(), longestLine));
    }
    QString currentText() const override { return m_edit->text(); }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    QLineEdit* m_edit;
};

class TextEdit : public ActionFieldEdit {
public:
    TextEdit(const ActionField& field, const StudioContext& context, SeenValuesStore& seen, QWidget* parent)
        : ActionFieldEdit(parent),
          m_edit(new QPlainTextEdit(this)),
          m_insert(newLink(tr("Insert an attribute"), QStringLiteral("insertAttribute"), this))
    {
        const Theme& theme = context.page.theme;
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(theme.px(4));
        column->addWidget(m_edit);
        column->addWidget(m_insert, 0, Qt::AlignLeft);
        setFocusProxy(m_edit);
        m_edit->setObjectName(QStringLiteral("actionText"));
        m_edit->setAccessibleName(field.label);
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(3 * theme.lineHeight(TextStyle::Body) + theme.px(18));
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
            if (m_showing)
                return;
            if (m_edit->toPlainText().size() > longestText) {
                m_edit->undo();
                return;
            }
            Q_EMIT edited(true);
        });
        connect(m_insert, &QPushButton::clicked, this, [this, context, &seen] {
            auto* picker = new AttributePicker(context, seen, std::nullopt, this);
            connect(picker, &AttributePicker::chosen, this, [this](const AttributeChoice& choice) {
                if (!choice.isSchedule)
                    m_edit->insertPlainText(QStringLiteral("{{%1}}").arg(text(choice.name)));
                m_edit->setFocus();
            });
            picker->openBelow(*m_insert);
        });
    }
    void showText(const QString& written) override
    {
        if (m_edit->toPlainText() == written)
            return;
        m_showing = true;
        m_edit->setPlainText(written);
        m_showing = false;
    }
    QString currentText() const override { return m_edit->toPlainText(); }
    bool isWide() const override { return true; }
    void setReadOnly(bool readOnly) override
    {
        m_edit->setReadOnly(readOnly);
        m_insert->setVisible(!readOnly);
    }

private:
    QPlainTextEdit* m_edit;
    QPushButton* m_insert;
    bool m_showing = false;
};

}

ActionFieldEdit* newActionLine(const ActionField& field, const StudioContext& context, QWidget* parent)
{
    return new LineEdit(field, context, parent);
}

ActionFieldEdit* newActionText(const ActionField& field, const StudioContext& context, SeenValuesStore& seen,
                               QWidget* parent)
{
    return new TextEdit(field, context, seen, parent);
}

}
