import { expect, test } from 'vitest';
import { giftOf } from '@shared/bank/standards/gift.ts';
import { examples } from './examples.ts';

test('GIFT as it is written', () => {
  expect(giftOf(examples)).toBe(String.raw`$CATEGORY: $course$/top/示例//一

// [id:S\]1]
// 知识点：甲
// 依据：《示例办法》第一条\n第二款
// 难度：易
[html]下列<strong>不正确</strong>的是\: a\=b？{
	~甲&nbsp; 乙
	=丙\~丁
	~&\#37;50
	####[html]见\{第二章\}<br>第三条
}

[html]多选{
	~%50%甲
	~%-100%乙
	~%50%丙
}

// 选项：不乱序
[html]选{
	=对
	~错
}

[html]党员应当学习。{
	TRUE
}

[html]首都是____。{
	=北京
	=%100%%5\\*
}

// 填空：无序
// 各空：[["甲","乙"],["丙"]]
[html]____和____{
	=甲；丙
}

// 解析：略
[html]简述。{
	####[html]一点<br>二点
}

$CATEGORY: $course$/top

// [id:C]
// 案例：2，1
[html]材料

// [id:C/1]
[html]对吗{
	FALSE
}

// [id:C/2]
[html]为何{
	####[html]因为
}
`);
});
