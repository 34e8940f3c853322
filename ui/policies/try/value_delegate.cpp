#include "ui/policies/try/value_delegate.h"

#include "ui/policies/try/draft_engine.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/value_text.h"
#include "ui/policies/try/values_model.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

ValueDelegate::ValueDelegate(const Theme& theme, const Trial& trial, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_trial(trial)
{
}

void ValueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, m_theme.color(ThemeColor::Selection));
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, row, m_theme);
    const bool isValue = index.column() == ValuesModel::ValueColumn;
    const bool changed = index.data(ValuesModel::ChangedRole).toBool();
    const bool missing = index.data(ValuesModel::MissingRole).toBool();
    QRect words = row.adjusted(m_theme.px(isValue ? 6 : 16), 0, -m_theme.px(6), 0);
    const auto draw = [&](const QString& text, TextStyle style, ThemeColor color, int flags) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(color));
        painter->drawText(words, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    };
    if (isValue && changed) {
        const QString was = tr("was %1").arg(index.data(ValuesModel::BeforeRole).toString());
        const QFontMetrics metrics(m_theme.font(TextStyle::Secondary));
        const int own = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(index.data().toString());
        const int wide = std::clamp(words.width() - own - m_theme.px(8), 0, metrics.horizontalAdvance(was));
        const QRect all = words;
        words.setLeft(all.right() - wide);
        draw(was, TextStyle::Secondary, ThemeColor::TextMuted, Qt::AlignRight);
        words = all.adjusted(0, 0, -wide - m_theme.px(8), 0);
    }
    const bool muted = !isValue || (missing && !changed);
    draw(index.data().toString(), isValue && changed ? TextStyle::BodyStrong : TextStyle::Body,
         muted                      ? ThemeColor::TextMuted
             : (isValue && changed) ? ThemeColor::Accent
                                    : ThemeColor::Text,
         Qt::AlignLeft);
    painter->restore();
}

QWidget* ValueDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(u"tryValue"_s);
    field->setAccessibleName(index.siblingAtColumn(ValuesModel::AttributeColumn).data().toString());
    if (!m_trial.isDecided())
        return field;
    const std::string attribute = index.data(ValuesModel::AttributeRole).toString().toStdString();
    const Rulebook& rulebook = m_trial.draft()->engine.rulebook();
    if (const QStringList offered = comparedValues(attribute, rulebook); !offered.isEmpty()) {
        auto* completer = new QCompleter(offered, field);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        field->setCompleter(completer);
    }
    return field;
}

void ValueDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* field = qobject_cast<QLineEdit*>(editor);
    if (field && !field->isModified())   // a new answer must not take away what is being typed
        field->setText(index.data(Qt::EditRole).toString());
}

void ValueDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (auto* field = qobject_cast<QLineEdit*>(editor); field && field->isModified())
        model->setData(index, field->text(), Qt::EditRole);
}

void ValueDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect);
}

}
