import { shareOfTotal } from '../../../shared/checks/rules/share-of-total.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(shareOfTotal, {
  passes: [
    '受理群众来信318件，办结318件，办结率100%。',
    '受理群众来信318件，办结312件，办结率98.1%。',
    '受理群众来信318件，按时办结312件，群众满意率96%。',
    '受理群众来信318件。办结312件，办结率90%。', // the base may be another
    '排查隐患318处，整改312处，投入资金40万元，整改率90%。',
  ],
  flags: [
    {
      text: '受理群众来信318件，办结【312件，办结率96.1%】。',
      messageId: 'shareMismatch',
      severity: 'error',
      repaired: '办结率98.1%',
    },
    { text: '排查隐患40处，整改【36处，整改率达80%】。', messageId: 'shareMismatch' },
  ],
})
